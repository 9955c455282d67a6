// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_import.h"

#include <QDialog>

class QPushButton;

namespace rigwright {

/// What a filled-in form says, before it counts: the lines that were matched, and those that were not, with the reason.
class QuoteImportDialog : public QDialog {
    Q_OBJECT
public:
    QuoteImportDialog(QuoteImport import, const Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] const Quote& quote() const { return import_.quote; }

private:
    QWidget* makeMatched(const Catalog& catalog);
    QWidget* makeNotes(const Catalog& catalog);

    QuoteImport import_;
};

} // namespace rigwright
