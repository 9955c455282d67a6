// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revision_dialogs.h"

#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/figure_table_model.h"
#include "ui/label.h"
#include "ui/revision_text.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rigwright {

namespace {

constexpr QSize kSize(820, 560);
constexpr int kNewWidth = 420;
constexpr int kLongestText = 200;

ThemedLabel* labelFor(QWidget* field, const QString& text)
{
    auto* label = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    label->setText(text);
    label->setBuddy(field);
    return label;
}

QHBoxLayout* buttonRow(std::initializer_list<QPushButton*> buttons)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (QPushButton* button : buttons) {
        row->addWidget(button);
    }
    return row;
}

} // namespace

NewRevisionDialog::NewRevisionDialog(int number, const QString& author, QWidget* parent)
    : QDialog(parent)
    , note_(new QLineEdit)
    , author_(new QLineEdit(author))
{
    setObjectName(QStringLiteral("newRevisionDialog"));
    setWindowTitle(revisionName(number));
    note_->setObjectName(QStringLiteral("revisionNote"));
    note_->setMaxLength(kLongestText);
    author_->setObjectName(QStringLiteral("revisionAuthor"));
    author_->setMaxLength(kLongestText);
    auto* intro = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    intro->setWordWrap(true);
    intro->setText(tr("Keeps what is to be bought now, with its prices, so that later states can be compared "
                      "with it."));
    QPushButton* cancel = namedButton(QStringLiteral("revisionCancel"));
    cancel->setText(tr("Cancel"));
    QPushButton* take = namedButton(QStringLiteral("revisionTake"));
    take->setText(tr("Keep"));
    take->setProperty("primary", true);
    take->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT taken(note_->text().simplified(), author_->text().simplified());
    });
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(6);
    all->addWidget(intro);
    all->addSpacing(4);
    all->addWidget(labelFor(note_, tr("&What has changed, and why")));
    all->addWidget(note_);
    all->addWidget(labelFor(author_, tr("&Author")));
    all->addWidget(author_);
    all->addSpacing(6);
    all->addLayout(buttonRow({cancel, take}));
    setMinimumWidth(kNewWidth);
}

RevisionsDialog::RevisionsDialog(std::vector<Revision> revisions, std::optional<Revision> present,
                                 QWidget* parent)
    : QDialog(parent)
    , revisions_(std::move(revisions))
{
    if (present) {
        revisions_.push_back(*std::move(present));
    }
    setObjectName(QStringLiteral("revisionsDialog"));
    setWindowTitle(tr("Revisions"));
    build();
    fill();
    resize(kSize);
}

QWidget* RevisionsDialog::makeChoices()
{
    before_ = new Choice(QStringLiteral("revisionBefore"));
    after_ = new Choice(QStringLiteral("revisionAfter"));
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(labelFor(before_, tr("&Compare")));
    row->addWidget(before_, 1);
    row->addWidget(labelFor(after_, tr("&with")));
    row->addWidget(after_, 1);
    row->addStretch(1);
    for (Choice* choice : {before_, after_}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &RevisionsDialog::compare);
    }
    return choices;
}

void RevisionsDialog::build()
{
    list_ = new FigureTableModel(this);
    listView_ = new TableView;
    listView_->setObjectName(QStringLiteral("revisionList"));
    listView_->setAccessibleName(tr("Revisions"));
    listView_->setEmptyText(tr("No revision was kept yet."));
    listView_->setBreaksLines(true);
    listView_->setModel(list_);
    listView_->setStretchColumn(3);
    listView_->setElasticColumns({3, 2});
    sum_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    sum_->setObjectName(QStringLiteral("revisionSum"));
    sum_->setWordWrap(true);
    changes_ = new FigureTableModel(this);
    changesView_ = new TableView;
    changesView_->setObjectName(QStringLiteral("revisionChanges"));
    changesView_->setAccessibleName(tr("What differs"));
    changesView_->setEmptyText(tr("Nothing differs."));
    changesView_->setBreaksLines(true);
    changesView_->setModel(changes_);
    changesView_->setStretchColumn(0);
    changesView_->setElasticColumns({0, 1, 2});
    message_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    message_->setObjectName(QStringLiteral("revisionMessage"));
    message_->setWordWrap(true);
    message_->hide();
    export_ = namedButton(QStringLiteral("exportRevision"));
    export_->setText(tr("&Export the difference …"));
    QPushButton* close = namedButton(QStringLiteral("revisionsClose"));
    close->setText(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(export_, &QPushButton::clicked, this, [this] {
        const Revision* before = chosen(before_);
        const Revision* after = chosen(after_);
        if (before != nullptr && after != nullptr) {
            Q_EMIT exportWanted(*before, *after);
        }
    });
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(listView_, 2);
    all->addWidget(makeChoices());
    all->addWidget(sum_);
    all->addWidget(changesView_, 3);
    all->addWidget(message_);
    all->addLayout(buttonRow({export_, close}));
}

void RevisionsDialog::fill()
{
    FigureTable table;
    table.breaksLines = true;
    table.headers = {tr("Revision"), tr("Date"), tr("Author"), tr("Note"), tr("Before tax")};
    table.textColumns = {0, 1, 2, 3};
    for (std::size_t i = 0; i < revisions_.size(); ++i) {
        const Revision& revision = revisions_[i];
        const QString name = revisionName(revision.number);
        if (revision.number > 0) {
            table.rows.push_back({name, dateText(revision.date), QString::fromStdString(revision.author),
                                  QString::fromStdString(revision.note),
                                  exactMoneyText(revision.bom.totals().net)});
        }
        for (Choice* choice : {before_, after_}) {
            const QSignalBlocker quiet(choice);
            choice->addItem(name, static_cast<int>(i));
            choice->setItemData(choice->count() - 1, dateText(revision.date), Choice::kDetailRole);
        }
    }
    list_->setFigures(std::move(table));
    listView_->fitColumns();
    const int last = before_->count() - 1;
    {
        const QSignalBlocker quiet(before_);
        before_->setCurrentIndex(std::max(last - 1, 0));
    }
    {
        const QSignalBlocker quiet(after_);
        after_->setCurrentIndex(last);
    }
    compare();
}

const Revision* RevisionsDialog::chosen(const Choice* choice) const
{
    const int index = choice->currentIndex();
    return index < 0 ? nullptr : &revisions_[static_cast<std::size_t>(index)];
}

void RevisionsDialog::compare()
{
    message_->hide();
    const Revision* before = chosen(before_);
    const Revision* after = chosen(after_);
    const bool comparable = before != nullptr && after != nullptr && before != after;
    export_->setEnabled(comparable);
    sum_->setVisible(comparable);
    if (!comparable) {
        changes_->setFigures({});
        changesView_->setEmptyText(tr("Choose two different states to compare."));
        return;
    }
    changesView_->setEmptyText(tr("Nothing differs."));
    const RevisionDifference difference = compareRevisions(*before, *after);
    sum_->setText(differenceSentence(difference));
    changes_->setFigures(differenceTable(difference));
    changesView_->fitColumns();
}

void RevisionsDialog::tell(const QString& text, bool isError)
{
    message_->setInk(isError ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Muted);
    message_->setText(text);
    message_->show();
}

} // namespace rigwright
