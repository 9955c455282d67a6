// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recovery_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/figure_table_model.h"
#include "ui/label.h"
#include "ui/project_view.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <system_error>
#include <utility>

namespace rigwright {

namespace {

constexpr QSize kSize(760, 360);
constexpr int kLeastColumn = 120;

QString pathText(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

/// "Qwen3 32B, 2 machines"
QString contents(const Project& project)
{
    const QString model =
        QString::fromStdString(project.catalog && project.catalog->model ? project.catalog->model->name
                                                                         : project.requirement.model.text());
    int machines = 0;
    for (const ProjectMachine& machine : project.machines) {
        machines += machine.systems;
    }
    return machines == 0 ? model : RecoveryDialog::tr("%1, %n machines", nullptr, machines).arg(model);
}

QStringList rowOf(const RecoverableProject& found)
{
    const QString original = pathText(found.original);
    return {projectTitle(found.project, original), contents(found.project),
            QLocale().toString(QFileInfo(pathText(found.autosave)).lastModified(), QLocale::ShortFormat),
            original.isEmpty() ? RecoveryDialog::tr("never saved") : original};
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<RecoverableProject> found, QWidget* parent)
    : QDialog(parent)
    , found_(std::move(found))
{
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Recover projects"));
    build();
    fill();
    resize(kSize);
}

void RecoveryDialog::build()
{
    intro_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    intro_->setWordWrap(true);
    intro_->setText(tr("Rigwright ended before these projects were saved. Their files are as they were saved "
                       "last; what was changed since can be recovered."));
    model_ = new FigureTableModel(this);
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("recoverable"));
    table_->setAccessibleName(tr("Projects to recover"));
    table_->setModel(model_);
    table_->setStretchColumn(3);
    table_->setElasticColumns({3, 0, 1});
    table_->setLeastElasticWidth(kLeastColumn);
    table_->setBreaksLines(true);
    recover_ = namedButton(QStringLiteral("recoverProject"));
    recover_->setText(tr("&Recover"));
    recover_->setProperty("primary", true);
    recover_->setDefault(true);
    discard_ = namedButton(QStringLiteral("discardProject"));
    discard_->setText(tr("&Discard"));
    later_ = namedButton(QStringLiteral("recoverLater"));
    later_->setText(tr("&Later"));
    connect(recover_, &QPushButton::clicked, this, &RecoveryDialog::recover);
    connect(table_, &TableView::rowActivated, this, &RecoveryDialog::recover);
    connect(discard_, &QPushButton::clicked, this, &RecoveryDialog::discard);
    connect(later_, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(discard_);
    buttons->addStretch(1);
    buttons->addWidget(later_);
    buttons->addWidget(recover_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro_);
    all->addWidget(table_, 1);
    all->addLayout(buttons);
}

void RecoveryDialog::fill()
{
    std::vector<QStringList> rows;
    for (const RecoverableProject& found : found_) {
        rows.push_back(rowOf(found));
    }
    model_->setFigures(
        {{}, {tr("Project"), tr("What"), tr("Last kept"), tr("File")}, std::move(rows), {0, 1, 2, 3}, true});
    table_->fitColumns();
    table_->selectRow(0);
}

void RecoveryDialog::recover()
{
    const int row = table_->currentIndex().row();
    if (row >= 0) {
        const RecoverableProject chosen = found_.at(static_cast<std::size_t>(row));
        accept();
        Q_EMIT recoverWanted(chosen);
    }
}

void RecoveryDialog::discard()
{
    const int row = table_->currentIndex().row();
    if (row < 0) {
        return;
    }
    std::error_code gone;
    std::filesystem::remove(found_.at(static_cast<std::size_t>(row)).autosave, gone);
    found_.erase(found_.begin() + row);
    fill();
    if (found_.empty()) {
        reject();
    }
}

} // namespace rigwright
