// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/file_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rigwright {

FileLock::FileLock(const std::filesystem::path& path)
    : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    while (descriptor_ >= 0 && flock(descriptor_, LOCK_EX) != 0) {
        if (errno != EINTR) {
            const int reason = errno;
            close(descriptor_);
            descriptor_ = -1;
            errno = reason;
        }
    }
}

FileLock::~FileLock()
{
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

} // namespace rigwright
