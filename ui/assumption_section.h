// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assumption_access.h"
#include "ui/form_section.h"

#include <vector>

class QCheckBox;
class QPushButton;

namespace rigwright {

/// A part of the assumptions behind a head that folds it: fields, each bound to one figure, and a link that brings the
/// defaults back where any of them is another.
class AssumptionSection : public FormSection {
    Q_OBJECT
public:
    /// `name` begins the names of the head's buttons: "useFold", "useReset".
    explicit AssumptionSection(const QString& name, QWidget* parent = nullptr);

    /// Shows what is assumed; money is in the currency. No signal.
    void show(const CostAssumptions& assumed, const CostAssumptions& defaults, Currency currency);
    using QWidget::show;
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    virtual void retranslate() = 0;

Q_SIGNALS:
    /// The user changed a figure, or brought the defaults back.
    void edited(const rigwright::CostAssumptions& assumed);
    /// The user unfolded it.
    void unfolded();

protected:
    struct Limits {
        double least = 0;
        double most = 1;
        int decimals = 0;
        double step = 1;
    };
    /// An index among the section's rows.
    using Field = std::size_t;

    Field addFigure(const char* name, const Limits& limits, FigureAccess access);
    /// One step below the least is a figure that nobody gives; see setNothing.
    Field addOptionalFigure(const char* name, const Limits& limits, FigureAccess access);
    Field addChoice(const char* name, int entries, FigureAccess access);
    Field addCheck(const char* name, FigureAccess access);
    /// Any other widget in a row of its own, with a label before it or over the whole width.
    Field addWidget(QWidget* widget, bool labelled);

    void setTitle(const QString& title);
    void setTexts(Field field, const QString& label, const QString& unit, const QString& tip);
    /// What the field says where nobody gives the figure.
    void setNothing(Field field, const QString& text);
    void setChoices(Field field, const QStringList& texts);
    void setFieldError(Field field, const QString& text);
    /// Rows that count for nothing under what is assumed stay hidden.
    void want(Field field, bool wanted);
    [[nodiscard]] QWidget* widgetOf(Field field) const { return fields_[field].row.field; }

    [[nodiscard]] const CostAssumptions& assumed() const { return assumed_; }
    [[nodiscard]] const CostAssumptions& defaults() const { return defaults_; }
    [[nodiscard]] Currency currency() const { return currency_; }
    /// Takes a change over and tells of it.
    void edit(const std::function<void(CostAssumptions&)>& change);
    /// What a derived section shows beside its bound fields.
    virtual void showMore() { }
    /// Whether what is beside the bound fields is as by default, and makes it so.
    [[nodiscard]] virtual bool isMoreDefault() const { return true; }
    virtual void resetMore(CostAssumptions& /*assumed*/) const { }

private:
    struct Entry {
        Row row;
        FigureAccess access; ///< empty: not bound
        bool mayBeEmpty = false;
        bool wanted = true;
    };
    QWidget* makeHead(const QString& name);
    Field add(const Row& row, FigureAccess access);
    void takeEdit(Field field, const std::optional<double>& shown);
    void showField(const Entry& entry) const;
    void refreshRows();
    [[nodiscard]] bool isDefault() const;
    void reset();

    QPushButton* fold_ = nullptr;
    QPushButton* reset_ = nullptr;
    std::vector<Entry> fields_;
    CostAssumptions assumed_;
    CostAssumptions defaults_;
    Currency currency_ = Currency::usd();
};

} // namespace rigwright
