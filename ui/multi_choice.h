// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields.h"

#include <vector>

class QAction;
class QMenu;

namespace rigwright {

/// A drop-down of which any number of entries is chosen; the field names them. The list stays open while entries are chosen;
/// Space and Return choose, Escape closes it.
class MultiChoice : public Choice {
    Q_OBJECT
public:
    explicit MultiChoice(const QString& objectName, QWidget* parent = nullptr);

    /// Each with a name that stays; what was chosen and is still there stays so.
    void setEntries(const QStringList& ids, const QStringList& texts);
    /// What the field says while nothing is chosen.
    void setNothingText(const QString& text);
    void setChosen(const QStringList& ids);
    /// In the order of the entries.
    [[nodiscard]] QStringList chosen() const;
    void showPopup() override;

Q_SIGNALS:
    /// The user chose something, or gave it up.
    void choiceChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showSummary();

    QMenu* menu_;
    std::vector<QAction*> entries_;
    QString nothing_;
};

} // namespace rigwright
