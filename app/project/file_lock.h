// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace rigwright {

/// Keeps other programs that lock the same file waiting, until it goes away. The file stays: one that is removed could be
/// locked twice.
class FileLock {
public:
    /// Waits for its turn; where the file can't be made, errno says why.
    explicit FileLock(const std::filesystem::path& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    [[nodiscard]] bool isHeld() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

} // namespace rigwright
