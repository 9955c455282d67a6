// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs_page.h"

#include "ui/cost_chart.h"
#include "ui/fields.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"

#include <QLabel>
#include <QLineEdit>

namespace rigwright {

/// The page with the sample's machine. It answers 20 tokens a second, fewer than the estimate of the rented cards, so that they
/// do in an hour what the machine does; storage and transfer cost nothing, so that a month in the cloud is hours × price.
struct CostsWindow : PageWindow<CostsPage> {
    CostsWindow()
    {
        show(machine());
        set("storage", 0);
        set("egressPrice", 0);
    }

    [[nodiscard]] static std::shared_ptr<const EvaluatedBuild> machine()
    {
        constexpr double kTokensPerSecond = 20;
        return std::make_shared<const EvaluatedBuild>(
            sample::machine({"one", "RTX 3090 24 GB", 1, 859, kTokensPerSecond, 530, true, {}}));
    }
    void show(std::shared_ptr<const EvaluatedBuild> build) const
    {
        show(sample::catalog(), std::move(build));
    }
    void show(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build) const
    {
        page->showBuild(std::move(catalog), std::move(build), sample::requirement());
        settle();
    }
    void settle() const
    {
        BOOST_REQUIRE(QTest::qWaitFor([this] { return !page->isComparing(); }));
    }
    /// A figure in any section, folded or not.
    void set(const char* field, double value) const
    {
        auto* box = page->findChild<DecimalField*>(QString::fromLatin1(field));
        BOOST_REQUIRE_MESSAGE(box != nullptr, "no field " << field);
        box->setValue(value);
        settle();
    }
    /// Types into a field as a user does.
    void enter(const char* field, const QString& text) const
    {
        auto* line = find<QWidget>(field)->findChild<QLineEdit*>();
        BOOST_REQUIRE(line != nullptr);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        settle();
    }
    [[nodiscard]] double valueOf(const char* field) const { return find<DecimalField>(field)->value(); }
    [[nodiscard]] CostChart& chart() const { return *find<CostChart>("costChart"); }
    [[nodiscard]] TableView& table() const { return *find<TableView>("costTable"); }
    [[nodiscard]] QString textOf(const char* label) const { return find<QLabel>(label)->text(); }
    [[nodiscard]] QString statement() const { return textOf("breakEvenStatement"); }
    [[nodiscard]] const CostAssumptions& assumed() const { return page->comparison()->assumptions; }
    void setHours(double hours) const { set("hoursPerDay", hours); }
    [[nodiscard]] QStringList drawn() const
    {
        QStringList names;
        for (const CostLine& line : chart().lines()) {
            names.append(line.name);
        }
        return names;
    }
};

} // namespace rigwright
