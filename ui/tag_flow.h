// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"

#include <QWidget>

namespace rigwright {

/// Tags in a row that breaks where the width ends: none is ever cut.
class TagFlow : public QWidget {
    Q_OBJECT
public:
    explicit TagFlow(QWidget* parent = nullptr);
    void setTags(CellTags tags);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::vector<QRect> arrange(int width) const;

    CellTags tags_;
};

} // namespace rigwright
