// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

class QLineEdit;
class QPushButton;

namespace rigwright {

class Choice;
class ThemedLabel;

/// What a new part of the user's is: its category, maker and name. Its figures are filled in afterwards, in their places.
class PartForm : public QWidget {
    Q_OBJECT
public:
    explicit PartForm(QWidget* parent = nullptr);
    /// Empties the form; `table` is chosen.
    void begin(const std::string& table);

Q_SIGNALS:
    void partGiven(const QString& table, const QString& manufacturer, const QString& name);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void accept();

    Choice* table_;
    QLineEdit* manufacturer_;
    QLineEdit* name_;
    ThemedLabel* tableLabel_;
    ThemedLabel* manufacturerLabel_;
    ThemedLabel* nameLabel_;
    ThemedLabel* error_;
    ThemedLabel* hint_;
    QPushButton* accept_;
    QPushButton* cancel_;
};

} // namespace rigwright
