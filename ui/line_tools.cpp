// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/line_tools.h"

#include "ui/dialog_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace rigwright {

LineTools::LineTools(QWidget* parent)
    : QWidget(parent)
    , alternatives_(namedButton(QStringLiteral("lineAlternatives")))
    , addService_(namedButton(QStringLiteral("addService")))
    , removeService_(namedButton(QStringLiteral("removeService")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(addService_);
    row->addWidget(removeService_);
    row->addStretch(1);
    row->addWidget(alternatives_);
    connect(alternatives_, &QPushButton::clicked, this, &LineTools::alternativesWanted);
    connect(addService_, &QPushButton::clicked, this, &LineTools::serviceWanted);
    connect(removeService_, &QPushButton::clicked, this, &LineTools::removalWanted);
    showLine(std::nullopt);
    retranslate();
}

void LineTools::showLine(const std::optional<BomLine>& line)
{
    const bool isService = line && line->kind == BomLine::Kind::Service;
    alternatives_->setVisible(!isService);
    alternatives_->setEnabled(line && line->kind == BomLine::Kind::Part);
    removeService_->setVisible(isService);
}

void LineTools::retranslate()
{
    alternatives_->setText(tr("Other parts …"));
    addService_->setText(tr("Add a service"));
    removeService_->setText(tr("Remove the service"));
}

void LineTools::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
