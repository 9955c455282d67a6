// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/compare.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace rigwright {

/// Measured speeds beside what was estimated for them.
class ComparedTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Model, Test, Measured, Estimated, Ratio, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void showComparisons(const std::vector<Comparison>& comparisons);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ComparedSpeed& speed, int column) const;

    std::vector<ComparedSpeed> speeds_;
};

/// The corrections that are kept.
class KeptTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Device, Engine, Decode, Prefill, Runs, Day, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void showCorrections(std::vector<DeviceCorrection> corrections, std::shared_ptr<const Catalog> catalog);
    void retranslate();
    /// Null: no such row.
    [[nodiscard]] const DeviceCorrection* correction(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DeviceCorrection& correction, int column) const;

    std::vector<DeviceCorrection> corrections_;
    /// Shared with the window: names of devices.
    std::shared_ptr<const Catalog> catalog_;
};

/// "× 1.05"; "–" where nothing was measured.
[[nodiscard]] QString factorText(const std::optional<double>& factor);
/// "2 × GeForce RTX 3090"; the id of a device that the catalog no longer has.
[[nodiscard]] QString deviceText(const DeviceCorrection& correction, const Catalog& catalog);

} // namespace rigwright
