// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <string>
#include <vector>

namespace rigwright {

/// What the parts below the window say in English, with %1 to %9 for what they fill in, so that it can be said in the language of the
/// window.
class KnownTexts {
public:
    /// `context`: of the translations. Of several texts that match, the first counts.
    KnownTexts(const char* context, const std::vector<const char*>& texts);

    /// What is filled in is translated as well, where it is known; as it came where nothing is.
    [[nodiscard]] QString translated(const QString& said) const;

private:
    struct Text {
        const char* source;
        QRegularExpression pattern;
    };
    const char* context_;
    std::vector<Text> texts_;
};

} // namespace rigwright
