// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace rigwright {

/// What a project is called, and what the user says of it.
class ProjectNotesDialog : public QDialog {
    Q_OBJECT
public:
    ProjectNotesDialog(const QString& name, const QString& notes, QWidget* parent = nullptr);

Q_SIGNALS:
    void taken(const QString& name, const QString& notes);

private:
    QLineEdit* name_;
    QPlainTextEdit* notes_;
};

} // namespace rigwright
