// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_cases.h"

#include <algorithm>

namespace rigwright {

void CostCases::open(const std::filesystem::path& file)
{
    file_ = file;
    ofDocument_ = false;
    error_.clear();
    set_ = {};
    if (!file_.empty()) {
        if (auto read = readCostCaseSet(file_)) {
            set_ = *std::move(read);
        } else {
            error_ = QString::fromStdString(read.error().message);
        }
    }
    Q_EMIT changed();
}

void CostCases::show(const std::vector<CostCase>& cases)
{
    ofDocument_ = true;
    error_.clear();
    set_.cases = cases;
    Q_EMIT changed();
}

const CostCase* CostCases::find(const QString& name) const
{
    const auto found = std::ranges::find(set_.cases, name.toStdString(), &CostCase::name);
    return found == set_.cases.end() ? nullptr : &*found;
}

bool CostCases::update(const std::function<Expected<void>(CostCaseSet&)>& change)
{
    if (file_.empty() && !ofDocument_) {
        error_ = tr("There is no folder to keep cases in.");
        Q_EMIT changed();
        return false;
    }
    CostCaseSet own = set_;
    auto updated = ofDocument_ ? change(own).map([&own] { return own; }) : updateCostCaseSet(file_, change);
    if (updated) {
        set_ = *std::move(updated);
        error_.clear();
    } else {
        error_ = QString::fromStdString(updated.error().message);
    }
    Q_EMIT changed();
    if (error_.isEmpty()) {
        Q_EMIT edited();
    }
    return error_.isEmpty();
}

bool CostCases::keep(const QString& name, const CostAssumptions& assumptions)
{
    const CostCase kept{name.simplified().toStdString(), assumptions};
    return update([&kept](CostCaseSet& set) { return keepCase(set, kept); });
}

bool CostCases::rename(const QString& name, const QString& to)
{
    const std::string from = name.toStdString();
    const std::string wanted = to.simplified().toStdString();
    return update([&](CostCaseSet& set) -> Expected<void> {
        const auto found = std::ranges::find(set.cases, from, &CostCase::name);
        if (found == set.cases.end()) {
            return fail(tr("another window has removed this case").toStdString());
        }
        if (wanted != from && std::ranges::find(set.cases, wanted, &CostCase::name) != set.cases.end()) {
            return fail(tr("another case is called so").toStdString());
        }
        found->name = wanted;
        return {};
    });
}

bool CostCases::remove(const QString& name)
{
    const std::string wanted = name.toStdString();
    return update([&wanted](CostCaseSet& set) -> Expected<void> {
        std::erase_if(set.cases, [&wanted](const CostCase& kept) { return kept.name == wanted; });
        return {};
    });
}

} // namespace rigwright
