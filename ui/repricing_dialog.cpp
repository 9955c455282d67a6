// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repricing_dialog.h"

#include "ui/change_text.h"
#include "ui/dialog_parts.h"
#include "ui/figure_table_model.h"
#include "ui/label.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rigwright {

namespace {

constexpr QSize kSize(680, 400);

QString priceText(const std::optional<Money>& price)
{
    return price ? exactMoneyText(*price) : QStringLiteral("–");
}

/// The user's own edits change a catalog without another date.
QString introText(bool differs, const RepricingDialog::Dates& dates)
{
    const QString before = dateText(dates.before);
    const QString after = dateText(dates.after);
    if (before == after) {
        return differs
            ? RepricingDialog::tr("Since the project was priced, its prices have changed as follows; the "
                                  "project takes them over in one step that can be undone.")
            : RepricingDialog::tr("The catalog says of every part what the project does.");
    }
    return differs
        ? RepricingDialog::tr("The project rests on the catalog of %1. That of %2 differs in what follows; "
                              "the project takes it over in one step that can be undone.")
              .arg(before, after)
        : RepricingDialog::tr(
              "The catalog of %1 says of every part what the project does, which rests on the "
              "catalog of %2.")
              .arg(after, before);
}

QStringList rowOf(const SavedDifference& difference)
{
    const bool comparable = difference.before && difference.after &&
        difference.before->currency() == difference.after->currency();
    return {QString::fromStdString(difference.part), differenceKindText(difference.kind),
            priceText(difference.before), priceText(difference.after),
            comparable ? differenceText(*difference.after - *difference.before) : QStringLiteral("–")};
}

QStringList rowOf(const ExpiredQuote& quote)
{
    const QString nothing = QStringLiteral("–");
    return {QString::fromStdString(quote.source),
            RepricingDialog::tr("%n quoted price(s) expired on %1", nullptr, quote.prices)
                .arg(dateText(quote.until)),
            nothing, nothing, nothing};
}

} // namespace

QString differenceKindText(SavedDifference::Kind kind)
{
    switch (kind) {
    case SavedDifference::Kind::PartGone: return RepricingDialog::tr("not in the catalog any more");
    case SavedDifference::Kind::PriceUp: return RepricingDialog::tr("costs more");
    case SavedDifference::Kind::PriceDown: return RepricingDialog::tr("costs less");
    case SavedDifference::Kind::PriceGone: return RepricingDialog::tr("no price any more");
    case SavedDifference::Kind::PriceNew: return RepricingDialog::tr("has a price now");
    }
    return {};
}

RepricingDialog::RepricingDialog(const std::vector<SavedDifference>& differences,
                                 const std::vector<ExpiredQuote>& expired, const Dates& dates,
                                 QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("repricingDialog"));
    setWindowTitle(tr("Re-price the project"));
    resize(kSize);
    auto* intro = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    intro->setObjectName(QStringLiteral("repricingIntro"));
    intro->setWordWrap(true);
    const bool isSame = differences.empty() && expired.empty();
    intro->setText(introText(!isSame, dates));
    auto* model = new FigureTableModel(this);
    std::vector<QStringList> rows;
    for (const SavedDifference& difference : differences) {
        rows.push_back(rowOf(difference));
    }
    for (const ExpiredQuote& quote : expired) {
        rows.push_back(rowOf(quote));
    }
    model->setFigures({{},
                       {tr("Part"), tr("Change"), tr("Before"), tr("After"), tr("Difference")},
                       std::move(rows),
                       {0, 1}});
    auto* table = new TableView;
    table->setObjectName(QStringLiteral("priceDifferences"));
    table->setAccessibleName(tr("What has changed"));
    table->setEmptyText(tr("Nothing has changed."));
    table->setModel(model);
    table->setStretchColumn(0);
    table->setElasticColumns({0, 1});
    table->fitColumns();
    QPushButton* cancel = namedButton(QStringLiteral("repriceCancel"));
    cancel->setText(isSame ? tr("Close") : tr("Keep the prices"));
    QPushButton* take = namedButton(QStringLiteral("repriceTake"));
    take->setText(tr("&Re-price"));
    take->setProperty("primary", true);
    take->setEnabled(!isSame);
    take->setVisible(!isSame);
    (isSame ? cancel : take)->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT repriceWanted();
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro);
    all->addWidget(table, 1);
    all->addLayout(buttons);
}

} // namespace rigwright
