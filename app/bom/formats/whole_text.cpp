// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/whole_text.h"

#include "bom/whole_file.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace rigwright {

Expected<void> writeWholeText(const std::filesystem::path& path, std::string_view bytes)
{
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        errno = 0;
        std::ofstream file(temporary, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) {
            return fail("can't be written: " + std::generic_category().message(errno));
        }
        return {};
    });
}

} // namespace rigwright
