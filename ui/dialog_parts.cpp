// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialog_parts.h"

#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace rigwright {

QPushButton* namedButton(const QString& objectName)
{
    auto* button = new QPushButton;
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

QString draggedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace rigwright
