// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"

#include <QWidget>

class QPushButton;

namespace rigwright {

/// A strip over the window's content that tells of something which happened, until the user has read it.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the names of its parts: "noticeText", "noticeAction".
    explicit NoticeBar(const QString& name = QStringLiteral("notice"), QWidget* parent = nullptr);

    /// An empty `action` has no link.
    void showNotice(const QString& text, const QString& action = {});
    void clear();

Q_SIGNALS:
    void actionChosen();
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    ThemedLabel* text_;
    QPushButton* action_;
    QPushButton* close_;
};

} // namespace rigwright
