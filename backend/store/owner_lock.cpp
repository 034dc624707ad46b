// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/owner_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sstream>

namespace milepost {
namespace {

/// The text of a lock file: fencing number, process id, name.
struct Inscription {
    std::int64_t fence = 0;
    long process = 0;
    std::string name{};
};

std::filesystem::path lockFile(const std::filesystem::path& store)
{
    return std::filesystem::path(store) += ".lock";
}

Inscription readInscription(int descriptor)
{
    char text[256] = {};
    Inscription found;
    if (::pread(descriptor, text, sizeof text - 1, 0) <= 0) return found;
    std::istringstream in(text);
    in >> found.fence >> found.process >> found.name;
    return found;
}

void inscribe(int descriptor, std::int64_t fence)
{
    const std::string text =
        std::to_string(fence) + ' ' + std::to_string(::getpid()) + ' ' + program_invocation_short_name + "\n";
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        return; // the lock holds without its inscription, and the store knows the fencing number too
    ::fsync(descriptor);
}

/// Locks of the open file description, as flock(2), but they can be asked for without being taken.
struct flock wholeFile(short kind)
{
    struct flock lock = {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool lockWhole(int descriptor)
{
    struct flock lock = wholeFile(F_WRLCK);
    return ::fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}

bool isLocked(int descriptor)
{
    struct flock lock = wholeFile(F_WRLCK);
    return ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

std::string ownerText(const Inscription& owner)
{
    if (owner.name.empty()) return "another process";
    return owner.name + " (process " + std::to_string(owner.process) + ")";
}

} // namespace

Result<std::unique_ptr<OwnerLock>> OwnerLock::take(const std::filesystem::path& store)
{
    const std::filesystem::path file = lockFile(store);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Error{ErrorKind::InvalidInput, file.string() + ": cannot be opened: " + std::strerror(errno),
                     file.string()};
    const Inscription last = readInscription(descriptor);
    if (!lockWhole(descriptor)) {
        ::close(descriptor);
        return Error{ErrorKind::Conflict,
                     store.string() + " is owned by " + ownerText(last) + "; end it first, or read beside it",
                     store.string()};
    }
    inscribe(descriptor, last.fence + 1);
    return std::unique_ptr<OwnerLock>(new OwnerLock(descriptor, last.fence + 1));
}

OwnerLock::OwnerLock(int descriptor, std::int64_t fence)
    : m_descriptor(descriptor)
    , m_fence(fence)
{
}

OwnerLock::~OwnerLock()
{
    ::close(m_descriptor); // releases the lock; the file stays, with its number
}

void OwnerLock::raise(std::int64_t least)
{
    m_fence = std::max(m_fence, least);
    inscribe(m_descriptor, m_fence);
}

std::string ownerOf(const std::filesystem::path& store)
{
    const int descriptor = ::open(lockFile(store).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {};
    const bool isOwned = isLocked(descriptor);
    const Inscription owner = readInscription(descriptor);
    ::close(descriptor);
    return isOwned ? ownerText(owner) : std::string();
}

} // namespace milepost
