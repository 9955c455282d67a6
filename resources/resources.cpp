// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initialise()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(style);
    Q_INIT_RESOURCE(i18n);
}

namespace rigwright {

void loadResources()
{
    initialise();
}

} // namespace rigwright
