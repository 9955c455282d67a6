// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rigwright {

class ThemedLabel;

/// Keeps the shown machine: a link that turns into a field for its name, and one that opens the editor.
class SaveRow : public QWidget {
    Q_OBJECT
public:
    explicit SaveRow(QWidget* parent = nullptr);

    /// The name that the field begins with; empty: there is no machine to keep.
    void showMachine(const QString& proposedName, bool saved);

Q_SIGNALS:
    void saveChosen(const QString& name);
    void editChosen();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void askForName(bool asking);
    void accept();

    QString proposed_;
    ThemedLabel* saved_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* edit_ = nullptr;
    QLineEdit* name_ = nullptr;
    QPushButton* accept_ = nullptr;
    QPushButton* cancel_ = nullptr;
};

} // namespace rigwright
