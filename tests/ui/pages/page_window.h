// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>
#include <QWidget>

#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

inline std::ostream& boost_test_print_type(std::ostream& out, const QString& text)
{
    return out << text.toStdString();
}

namespace rigwright {

/// A page in a window of the size that it has in a main window of 1280 × 800.
template <class Page>
class PageWindow {
public:
    PageWindow()
        : page(new Page)
    {
        window_.resize(932, 607);
        auto* layout = new QVBoxLayout(&window_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        window_.show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(&window_));
    }

    /// The widget of this name, which must be there, visible and enabled.
    template <class Widget = QWidget>
    [[nodiscard]] Widget* find(const char* objectName) const
    {
        auto* found = page->template findChild<Widget*>(QString::fromLatin1(objectName));
        BOOST_REQUIRE_MESSAGE(found != nullptr, "no widget " << objectName);
        BOOST_REQUIRE_MESSAGE(found->isVisible(), objectName << " is hidden");
        BOOST_REQUIRE_MESSAGE(found->isEnabled(), objectName << " is disabled");
        return found;
    }
    [[nodiscard]] bool isVisible(const char* objectName) const
    {
        const auto* found = page->template findChild<QWidget*>(QString::fromLatin1(objectName));
        return found != nullptr && found->isVisible();
    }
    void click(const char* objectName) const { QTest::mouseClick(find(objectName), Qt::LeftButton); }
    void press(const char* objectName, Qt::Key key) const
    {
        auto* target = find(objectName);
        target->setFocus();
        QTest::keyClick(target, key);
    }

    Page* page;

private:
    QWidget window_;
};

/// The shown texts of a column, from the top.
inline QStringList columnOf(const QAbstractItemView& view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        texts.append(view.model()->index(row, column).data().toString());
    }
    return texts;
}

inline QString cellOf(const QAbstractItemView& view, int row, int column)
{
    return view.model()->index(row, column).data().toString();
}

inline void clickCell(QAbstractItemView& view, int row, int column, const QPoint& from = QPoint(-1, -1))
{
    const QModelIndex index = view.model()->index(row, column);
    // Rows that have just come, or become higher, are laid out first.
    BOOST_REQUIRE(QTest::qWaitFor(
        [&] {
            view.scrollTo(index);
            return view.viewport()->rect().intersects(view.visualRect(index));
        },
        500));
    const QRect cell = view.visualRect(index);
    const QPoint at = from.x() < 0 ? cell.center() : QPoint(cell.left() + from.x(), cell.center().y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
}

/// Texts of labels and buttons that have less room than they need.
inline QStringList cutTexts(const QWidget& root)
{
    QStringList cut;
    for (const auto* label : root.findChildren<QLabel*>()) {
        const QRect inside = label->contentsRect();
        const bool tooWide = !label->wordWrap() && label->sizeHint().width() > label->width();
        const bool tooHigh = label->wordWrap() && label->heightForWidth(label->width()) > label->height();
        if (label->isVisible() && !inside.isEmpty() && (tooWide || tooHigh)) {
            cut.append(label->text());
        }
    }
    for (const auto* button : root.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->sizeHint().width() > button->width()) {
            cut.append(button->text());
        }
    }
    return cut;
}

/// Texts of cells and heads that are shown with an ellipsis.
inline QStringList cutCells(const QTableView& table)
{
    QStringList cut;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (table.isColumnHidden(column)) {
            continue;
        }
        if (table.horizontalHeader()->sectionSizeHint(column) > table.columnWidth(column)) {
            cut.append(table.model()->headerData(column, Qt::Horizontal).toString());
        }
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const QModelIndex index = table.model()->index(row, column);
            if (index.data(kNoteRole).toString().isEmpty() &&
                table.sizeHintForIndex(index).width() > table.columnWidth(column)) {
                cut.append(index.data().toString());
            }
        }
    }
    return cut;
}

/// A language in which every text begins with "#": what is left without it does not follow the language.
class HashLanguage : public QTranslator {
public:
    HashLanguage() { QApplication::installTranslator(this); }
    ~HashLanguage() override { QApplication::removeTranslator(this); }
    HashLanguage(const HashLanguage&) = delete;
    HashLanguage& operator=(const HashLanguage&) = delete;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* text, const char* /*comment*/,
                                    int /*n*/) const override
    {
        return QLatin1Char('#') + QString::fromUtf8(text);
    }
};

} // namespace rigwright
