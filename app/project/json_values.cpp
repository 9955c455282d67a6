// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_values.h"

#include <cmath>

namespace rigwright {

using nlohmann::ordered_json;

std::string documentText(const ordered_json& document)
{
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

ordered_json finiteJson(double number)
{
    return std::isfinite(number) ? ordered_json(number) : ordered_json("not finite");
}

ordered_json valueJson(const Money& amount)
{
    return {{"amount", amount.decimal()}, {"currency", amount.currency().code()}};
}

ordered_json valueJson(const MoneyRate& rate)
{
    return {{"amount", rate.decimal()}, {"currency", rate.currency().code()}};
}

ordered_json valueJson(const Date& date)
{
    return date.iso();
}

ordered_json valueJson(const Share& share)
{
    return share.percent();
}

} // namespace rigwright
