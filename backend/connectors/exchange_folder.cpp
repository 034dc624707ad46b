// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/exchange_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace milepost {

namespace fs = std::filesystem;

namespace {

/// Closes what it holds.
class FileHandle {
public:
    explicit FileHandle(int handle)
        : m_handle(handle)
    {
    }
    ~FileHandle()
    {
        if (m_handle >= 0) ::close(m_handle);
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;

    int get() const { return m_handle; }
    bool isOpen() const { return m_handle >= 0; }

private:
    int m_handle;
};

Error systemError(const fs::path& place, int code)
{
    const ErrorKind kind = code == ENOENT ? ErrorKind::NotFound : ErrorKind::Unavailable;
    return {kind, std::generic_category().message(code), place.string()};
}

Error folderError(const fs::path& place, int code)
{
    Error error = systemError(place, code);
    error.kind = ErrorKind::Unavailable;
    return error;
}

bool writeAll(int handle, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Writes and syncs; the file is removed again when that fails.
Status writeDurably(const fs::path& file, std::string_view bytes)
{
    constexpr mode_t readableByGroup = 0640;
    const FileHandle handle(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, readableByGroup));
    if (!handle.isOpen()) return folderError(file, errno);
    if (writeAll(handle.get(), bytes) && ::fsync(handle.get()) == 0) return Done{};
    const int code = errno;
    ::unlink(file.c_str());
    return folderError(file, code);
}

/// 0, or the errno; EEXIST: there is such a file.
int renameToNewName(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // such a file system cannot refuse by itself
    if (::access(to.c_str(), F_OK) == 0) return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

Status syncFolder(const fs::path& folder)
{
    const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen() || ::fsync(handle.get()) != 0) return folderError(folder, errno);
    return Done{};
}

Result<std::string> readAll(int handle, const fs::path& file, std::uint64_t size)
{
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count = ::read(handle, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemError(file, errno);
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

/// A name that is free in `folder`: "a.edi", "a.2.edi", …
fs::path freeName(const fs::path& folder, const fs::path& name)
{
    fs::path free = folder / name;
    std::error_code ignored;
    for (int number = 2; fs::exists(free, ignored); ++number)
        free = folder / (name.stem().string() + '.' + std::to_string(number) + name.extension().string());
    return free;
}

} // namespace

bool isExchangeName(std::string_view name)
{
    constexpr std::size_t maxLength = 200;
    const auto isForbidden = [](char letter) {
        return letter == '/' || letter == '\\' || (letter >= 0 && letter < ' ') || letter == '\x7f';
    };
    return !name.empty() && name.size() <= maxLength && name.front() != '.' && !name.ends_with(".tmp") &&
           std::ranges::none_of(name, isForbidden);
}

ExchangeFolder::ExchangeFolder(fs::path folder)
    : m_folder(std::move(folder))
{
}

Result<bool> ExchangeFolder::drop(const std::string& name, std::string_view bytes) const
{
    if (!isExchangeName(name)) return Error{ErrorKind::InvalidInput, "not a plain file name", name};
    const fs::path hidden = m_folder / ('.' + name + ".tmp");
    const fs::path file = m_folder / name;
    if (auto written = writeDurably(hidden, bytes); !written) return written.error();

    const int code = renameToNewName(hidden, file);
    if (code != 0) ::unlink(hidden.c_str());
    if (code == EEXIST) {
        const auto there = read(name, bytes.size());
        if (there && *there == bytes) return false;
        return Error{ErrorKind::Conflict, "there is a file of that name with other content", file.string()};
    }
    if (code != 0) return folderError(file, code);
    if (auto synced = syncFolder(m_folder); !synced) return synced.error();
    return true;
}

Result<std::vector<std::string>> ExchangeFolder::readyFiles(std::chrono::milliseconds stableFor) const
{
    std::error_code failure;
    std::vector<std::string> names;
    const auto newest = fs::file_time_type::clock::now() - stableFor;
    for (fs::directory_iterator entry(m_folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        std::error_code gone;
        if (!isExchangeName(name) || !fs::is_regular_file(entry->symlink_status(gone))) continue;
        const auto changed = entry->last_write_time(gone);
        if (!gone && changed <= newest) names.push_back(name);
    }
    if (failure) return folderError(m_folder, failure.value());
    std::ranges::sort(names);
    return names;
}

Result<std::string> ExchangeFolder::read(const std::string& name, std::uint64_t maxBytes) const
{
    const fs::path file = m_folder / name;
    const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status = {};
    if (!handle.isOpen() || ::fstat(handle.get(), &status) != 0) return systemError(file, errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > maxBytes)
        return Error{ErrorKind::InvalidInput, "the file is larger than is read", file.string()};
    return readAll(handle.get(), file, size);
}

Status ExchangeFolder::archive(const std::string& name) const
{
    const fs::path folder = m_folder / "archive";
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (!failure) fs::rename(m_folder / name, freeName(folder, name), failure);
    if (failure) return systemError(m_folder / name, failure.value());
    return Done{};
}

} // namespace milepost
