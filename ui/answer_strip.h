// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QPushButton;

namespace rigwright {

/// A row of short answers below a chart: what is asked in muted text, the figure below it. A figure that can be taken over is
/// a link.
class AnswerStrip : public QWidget {
    Q_OBJECT
public:
    explicit AnswerStrip(QWidget* parent = nullptr);

    /// The name is that of the figure. Returns the number of the answer.
    std::size_t addFigure(const QString& objectName);
    /// The same, as a link.
    std::size_t addLink(const QString& objectName, const std::function<void()>& take);
    /// An empty figure hides the answer.
    void showAnswer(std::size_t answer, const QString& question, const QString& figure,
                    const QString& hint = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Answer {
        QWidget* all = nullptr;
        ThemedLabel* question = nullptr;
        ThemedLabel* figure = nullptr;
        QPushButton* link = nullptr;
    };
    std::size_t add(const Answer& answer, QWidget* figure);

    QHBoxLayout* row_;
    std::vector<Answer> answers_;
};

} // namespace rigwright
