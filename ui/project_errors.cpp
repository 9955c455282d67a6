// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_errors.h"

#include "ui/known_texts.h"

#include <QtGlobal>

namespace rigwright {

namespace {

/// %1 is the file where a text begins with it.
const std::vector<const char*> kErrors = {
    QT_TRANSLATE_NOOP("ProjectError", "%1: open in another window (process %2 on %3 since %4)"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: open in another window (process %2 since %3)"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: open in another window"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: can't be locked: no permission to write in its folder"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: can't be locked: its folder is missing, full or read-only"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: written by a newer version of the program (%2)"),
    QT_TRANSLATE_NOOP("ProjectError",
                      "%1: was written by a newer version of the program: save under another name"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: holds something that is no project: save under another name"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: is a directory: expected %2"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: not valid JSON at %2"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: not valid JSON: a number is out of range"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: larger than %2 MiB: not %3"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: larger than the 64 MiB of a project"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: can't be read: %2"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: can't be read"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: can't be written: %2"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: expected %2, got nothing"),
    QT_TRANSLATE_NOOP("ProjectError", "%1: expected %2, got %3"),
    QT_TRANSLATE_NOOP("ProjectError", "a project"),
    QT_TRANSLATE_NOOP("ProjectError", "the project"),
    QT_TRANSLATE_NOOP("ProjectError", "it is a directory"),
    QT_TRANSLATE_NOOP("ProjectError", "it is not a regular file"),
    QT_TRANSLATE_NOOP("ProjectError", "its name is not in UTF-8"),
    QT_TRANSLATE_NOOP("ProjectError", "Permission denied"),
    QT_TRANSLATE_NOOP("ProjectError", "No such file or directory"),
    QT_TRANSLATE_NOOP("ProjectError", "No space left on device"),
    QT_TRANSLATE_NOOP("ProjectError", "Read-only file system"),
};

} // namespace

QString projectErrorText(const Error& error)
{
    static const KnownTexts known("ProjectError", kErrors);
    return known.translated(QString::fromStdString(error.message));
}

} // namespace rigwright
