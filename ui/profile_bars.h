// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <QWidget>

#include <vector>

namespace rigwright {

/// Requests by the hour as small bars from the left, midnight first.
class ProfileBars : public QWidget {
    Q_OBJECT
public:
    explicit ProfileBars(QWidget* parent = nullptr);
    void setProfile(const std::vector<Requests>& profile);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Requests> profile_;
};

} // namespace rigwright
