// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rigwright {

class MainWindow;

/// A project of several machines, quotes and revisions: moves of the context slider, each a step that can be undone, and how long
/// the file takes that it is written to, from its opening to its figures, with the longest that the window stood still.
void timeProject(MainWindow& window, const QString& folder);

} // namespace rigwright
