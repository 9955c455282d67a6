// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/finding.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// Puts English texts that are marked RIGWRIGHT_TEXT(context, …) into the reader's language.
class Texts {
public:
    using Translate = std::function<std::string(const char* context, const std::string& english)>;
    using Evidence = std::vector<std::pair<std::string, std::string>>;

    /// English.
    Texts() = default;
    Texts(std::string language, Translate translate)
        : language_(std::move(language))
        , translate_(std::move(translate))
    { }

    /// BCP 47: "en", "zh-CN".
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] std::string operator()(const char* context, const std::string& english) const
    {
        return translate_ ? translate_(context, english) : english;
    }
    /// With each {key} replaced by its figure.
    [[nodiscard]] std::string operator()(const char* context, const std::string& english,
                                         const Evidence& evidence) const
    {
        return fillIn((*this)(context, english), evidence);
    }
    [[nodiscard]] std::string of(const Finding& finding) const
    {
        return (*this)("Finding", finding.text, finding.evidence);
    }

private:
    std::string language_ = "en";
    Translate translate_;
};

} // namespace rigwright
