// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_view.h"

namespace rigwright {

MachineView::MachineView(QWidget* parent)
    : QWidget(parent)
{ }

} // namespace rigwright
