// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMimeData;
class QPushButton;

// What the dialogs share.
namespace rigwright {

/// A button that Return in a field does not press.
[[nodiscard]] QPushButton* namedButton(const QString& objectName);

/// The one local file or folder that is dragged; empty: none or several.
[[nodiscard]] QString draggedFile(const QMimeData* data);

} // namespace rigwright
