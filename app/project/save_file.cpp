// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/save_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace rigwright {

namespace {

tl::unexpected<Error> unwritten(const std::string& reason)
{
    return fail("can't be written: " + reason);
}

} // namespace

Expected<void> saveFile(const std::filesystem::path& file, std::string_view text)
{
    const QString name = QFile::decodeName(file.c_str());
    if (QFile::encodeName(name) != file.c_str()) {
        return unwritten("its name is not in UTF-8");
    }
    const QFileInfo info(name);
    if (info.isDir()) {
        return unwritten("it is a directory");
    }
    if (info.exists() && !info.isFile()) {
        return unwritten("it is not a regular file");
    }
    if (info.exists() && !info.isWritable()) {
        return unwritten("Permission denied");
    }
    QSaveFile out(name);
    const auto reason = [&] { return unwritten(out.errorString().toStdString()); };
    if (!out.open(QIODevice::WriteOnly)) {
        return reason();
    }
    const auto size = static_cast<qint64>(text.size());
    if (out.write(text.data(), size) != size || !out.flush()) {
        return reason();
    }
    return out.commit() ? Expected<void>() : reason();
}

} // namespace rigwright
