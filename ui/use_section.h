// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assumption_section.h"

class QPushButton;

namespace rigwright {

class ProfileBars;
class ThemedLabel;

/// What there is to do: hours in full use, users and their requests, or a table of requests by the hour; and for how long.
class UseSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit UseSection(QWidget* parent = nullptr);

    void retranslate() override;
    /// Reads a table of hours and requests; what is wrong with it stands below the button, and the last table stays.
    void importProfile(const QString& path);
    /// A table is asked for, and there is none.
    [[nodiscard]] bool lacksProfile() const;

protected:
    void showMore() override;
    [[nodiscard]] bool isMoreDefault() const override;
    void resetMore(CostAssumptions& changed) const override;

private:
    QWidget* makeProfile();
    void askForProfile();
    void showProfile();

    Segments* kinds_;
    QSlider* slider_;
    QPushButton* import_ = nullptr;
    ProfileBars* bars_ = nullptr;
    ThemedLabel* summary_ = nullptr;
    std::string refusal_; ///< of the last table that was chosen; empty: it was taken
    Field hours_ = 0, users_ = 0, requests_ = 0, perDay_ = 0, perWeek_ = 0, cached_ = 0, years_ = 0;
    Field kindRow_ = 0, sliderRow_ = 0, profileRow_ = 0;
};

} // namespace rigwright
