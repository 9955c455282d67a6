// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace rigwright {

/// A table in the program's look: whole rows, no grid, a muted head, and columns that share the width by what they hold.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// The column that takes the width that is left over.
    void setStretchColumn(int column);
    /// Columns that give way, in this order, where the contents of all are too wide; their text is cut with …
    void setElasticColumns(std::vector<int> columns);
    /// Elastic columns keep this width.
    void setLeastElasticWidth(int width);
    /// Rows as high as their cells need; without, all are alike and none is measured.
    void setBreaksLines(bool breaksLines);
    /// Widths by contents again; after new data or a change of language.
    void fitColumns();
    /// What a column needs to show its head and cells whole.
    [[nodiscard]] int contentWidth(int column) const;
    void setModel(QAbstractItemModel* model) override;
    /// What stands in place of rows where there are none.
    void setEmptyText(const QString& text);
    [[nodiscard]] const QString& emptyText() const { return emptyText_; }

Q_SIGNALS:
    /// Return or a double click on a row.
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();
    void shareWidth();
    /// Takes `excess` pixels from the elastic columns.
    void squeeze(std::vector<int>& widths, int excess) const;

    QString emptyText_;
    int stretch_ = 0;
    std::vector<int> elastic_;
    int leastElasticWidth_ = 150;
    std::vector<int> contentWidths_;
    bool breaksLines_ = false;
};

} // namespace rigwright
