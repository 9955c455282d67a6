// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace rigwright {

/// A ground with a title that says what it shows, at most two quiet links beside it, and one thing below.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

    /// Without a title, and without links, the content begins at the top.
    void setTitle(const QString& title);
    /// A muted remark at the right of the title, before the links.
    void setRemark(const QString& remark);
    /// A quiet link at the right of the title; set its text in retranslate(). The card owns it.
    QPushButton* addLink(const QString& objectName);
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout* body() const { return body_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemedLabel* title_ = nullptr;
    ThemedLabel* remark_ = nullptr;
    QHBoxLayout* head_ = nullptr;
    QVBoxLayout* body_ = nullptr;
};

/// Lies over a widget and dims it: the last result while a new one is on its way.
class Dimmer : public QWidget {
    Q_OBJECT
public:
    explicit Dimmer(QWidget* covered);
    void setDimmed(bool dimmed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace rigwright
