// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/paper_text.h"

#include <QPointF>
#include <QSizeF>

#include <functional>
#include <vector>

namespace rigwright {

/// What is drawn on one page. Places are those of the page.
struct PaperPage {
    bool landscape = false;
    std::vector<std::function<void(QPainter&)>> items;
};

/// Fills pages from top to bottom. Pages are painted once all are filled, when their number is known.
class PaperFlow {
public:
    using Draw = std::function<void(QPainter&, const QPointF& topLeft)>;

    /// `portrait`: the size of a page that stands upright.
    explicit PaperFlow(const QSizeF& portrait);

    static constexpr double kMargin = 425; ///< 15 mm on each side
    static constexpr double kBand = 220;   ///< of head and foot within the margins

    void startPage(bool landscape);
    [[nodiscard]] bool isLandscape() const { return pages_.back().landscape; }
    [[nodiscard]] bool isEmpty() const { return pages_.empty(); }
    [[nodiscard]] bool isAtTop() const { return y_ <= top(); }
    [[nodiscard]] QSizeF pageSize(bool landscape) const;
    [[nodiscard]] double width() const;
    /// Left on this page; of a fresh one.
    [[nodiscard]] double room() const;
    [[nodiscard]] double wholeRoom() const;

    /// A new page, unless there is this much room or the page is empty.
    void need(double height);
    void skip(double height) { y_ += isAtTop() ? 0 : height; }
    /// Draws at the present place and goes below it.
    void put(double height, Draw draw);
    /// A text over as many pages as it takes.
    void putText(const PaperTextPtr& text, double indent = 0);

    [[nodiscard]] const std::vector<PaperPage>& pages() const { return pages_; }

private:
    [[nodiscard]] static double top() { return kMargin + kBand; }
    [[nodiscard]] double bottom() const;

    QSizeF portrait_;
    std::vector<PaperPage> pages_;
    double y_ = 0;
};

} // namespace rigwright
