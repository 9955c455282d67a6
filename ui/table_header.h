// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace rigwright {

/// The head of a table: muted, a rule below, the sign of the sorting beside the text and never over it. With the focus, the
/// arrow keys go from column to column, and Return or the space bar sorts.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHeader(QWidget* parent = nullptr);
    [[nodiscard]] int focusedSection() const { return focused_; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void step(int direction);
    void sortByFocused();
    [[nodiscard]] QString textOf(int section) const;

    int focused_ = 0;
};

} // namespace rigwright
