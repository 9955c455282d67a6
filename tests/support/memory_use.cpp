// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_use.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::atomic<std::int64_t> used = 0;
std::atomic<std::int64_t> highest = 0;

void* take(std::size_t size)
{
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    const std::int64_t now = used += static_cast<std::int64_t>(malloc_usable_size(memory));
    highest = std::max(highest.load(), now);
    return memory;
}

void giveBack(void* memory) noexcept
{
    if (memory != nullptr) {
        used -= static_cast<std::int64_t>(malloc_usable_size(memory));
        std::free(memory);
    }
}

} // namespace

void* operator new(std::size_t size)
{
    return take(size);
}

void* operator new[](std::size_t size)
{
    return take(size);
}

void operator delete(void* memory) noexcept
{
    giveBack(memory);
}

void operator delete[](void* memory) noexcept
{
    giveBack(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    giveBack(memory);
}

void operator delete[](void* memory, std::size_t) noexcept
{
    giveBack(memory);
}

namespace rigwright::test {

MemoryUse::MemoryUse()
    : start_(used)
{
    highest = start_;
}

std::int64_t MemoryUse::peak() const
{
    return highest - start_;
}

} // namespace rigwright::test
