// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "ui/label.h"
#include "ui/typed.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace rigwright {

class OpenProject;

/// Labelled lines of text that edit a project. What is typed counts when its field is left, as one step; what can't be read stays
/// in the field, marked, and changes nothing.
class ProjectFields : public QObject {
    Q_OBJECT
public:
    struct Field {
        const char* name = ""; ///< object name of the edit
        std::function<QString()> title;
        std::function<QString(const Project&)> read;
        std::function<Typed<void>(Project&, const QString&)> write; ///< of what was typed, trimmed
        std::function<QString()> step = {}; ///< what the step is called; empty: as the title
    };

    /// Labels stand above their edits, so many side by side.
    ProjectFields(QGridLayout& grid, int columns, QObject* parent);

    QLineEdit* add(Field field);
    void setProject(OpenProject* project);
    /// Shows what the project says where nothing is being typed.
    void refresh();
    /// As refresh, also where something was typed: the fields are of another thing now.
    void reread();
    void setEnabled(bool enabled);
    void retranslate();
    /// "Tax: expected per cent …", a line for each field that can't be read.
    [[nodiscard]] QString errors() const;

Q_SIGNALS:
    void errorsChanged();

private:
    struct Entry {
        Field field;
        QLineEdit* edit = nullptr;
        ThemedLabel* label = nullptr;
        QString wrong; ///< what is wrong with what was typed; empty: nothing
    };
    void commit(std::size_t index);
    void setWrong(Entry& entry, const QString& wrong);

    QGridLayout& grid_;
    int columns_;
    OpenProject* project_ = nullptr;
    std::vector<Entry> entries_;
};

} // namespace rigwright
