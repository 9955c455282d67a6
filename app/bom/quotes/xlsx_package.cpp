// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/xlsx_package.h"

#include "bom/quotes/filled_sheet.h"

#include <algorithm>
#include <array>

#include <zip.h>

namespace rigwright {

namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

/// An archive and how much of it has been unpacked.
struct OpenArchive {
    std::unique_ptr<zip_t, CloseArchive> archive;
    std::size_t unpacked = 0;
};

/// What an entry says of its size need not be true: only what comes out counts.
Expected<std::string> unpack(OpenArchive& open, const std::string& name)
{
    const zip_int64_t index = zip_name_locate(open.archive.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) {
        return std::string();
    }
    const std::unique_ptr<zip_file_t, CloseEntry> entry(
        zip_fopen_index(open.archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (!entry) {
        return fail("'" + name + "' in it can't be unpacked; it may have a password");
    }
    std::string content;
    std::array<char, 16'384> buffer{};
    for (;;) {
        const zip_int64_t count = zip_fread(entry.get(), buffer.data(), buffer.size());
        if (count < 0) {
            return fail("'" + name + "' in it is damaged");
        }
        if (count == 0) {
            return content;
        }
        content.append(buffer.data(), static_cast<std::size_t>(count));
        open.unpacked += static_cast<std::size_t>(count);
        if (content.size() > SheetLimits::kPartBytes || open.unpacked > SheetLimits::kAllBytes) {
            return fail("'" + name + "' in it is too large for a form");
        }
    }
}

} // namespace

Expected<ReadPackagePart> openPackage(std::string_view bytes)
{
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &problem);
    zip_error_fini(&problem);
    if (archive == nullptr) {
        zip_source_free(source);
        return fail("is damaged: expected a workbook (.xlsx)");
    }
    const auto open = std::make_shared<OpenArchive>();
    open->archive.reset(archive);
    return ReadPackagePart([open](const std::string& name) { return unpack(*open, name); });
}

} // namespace rigwright
