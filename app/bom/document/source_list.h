// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/sections.h"

#include <string>
#include <vector>

namespace rigwright {

/// The sources that a document's figures come from, each once and numbered in the order in which they are named first.
class SourceList {
public:
    /// "[3]"; empty for no source.
    [[nodiscard]] std::string numberOf(const std::string& source);
    [[nodiscard]] bool isEmpty() const { return sources_.empty(); }
    /// A web address within a source's text is its link.
    [[nodiscard]] DocumentTable table(const SectionInput& input) const;

private:
    std::vector<std::string> sources_;
};

} // namespace rigwright
