// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/place.h"

#include "backend/store/store_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

namespace milepost {
namespace {

namespace fs = std::filesystem;

/// f_type of statfs(2); SQLite's locks and shared memory do not hold there.
constexpr std::array<std::pair<unsigned long, const char*>, 9> networkMagics{{
    {0x6969, "nfs"},
    {0x517B, "smb"},
    {0xFE534D42, "smb2"},
    {0xFF534D42, "cifs"},
    {0x564C, "ncp"},
    {0x5346414F, "afs"},
    {0x00C36400, "ceph"},
    {0x01021997, "9p"},
    {0x0BD00BD0, "lustre"},
}};

/// A descriptor that is closed when it goes.
class Descriptor {
public:
    Descriptor(const fs::path& file, int flags, mode_t mode = 0)
        : m_value(::open(file.c_str(), flags | O_CLOEXEC, mode))
    {
        if (m_value < 0) throw StoreError(file.string() + ": " + std::strerror(errno), 0);
    }
    ~Descriptor() { ::close(m_value); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value() const { return m_value; }

private:
    int m_value;
};

void sync(const fs::path& path, int flags)
{
    const Descriptor descriptor(path, flags);
    if (::fsync(descriptor.value()) != 0) throw StoreError(path.string() + ": " + std::strerror(errno), 0);
}

fs::path folderOf(const fs::path& file)
{
    return fs::absolute(file).parent_path();
}

} // namespace

Status preparePlace(const fs::path& file)
{
    const fs::path folder = folderOf(file);
    std::error_code failure;
    if (!fs::exists(folder, failure)) {
        fs::create_directories(folder, failure);
        if (!failure) fs::permissions(folder, fs::perms::owner_all, failure);
    }
    if (failure)
        return Error{ErrorKind::InvalidInput, folder.string() + ": cannot be made: " + failure.message(),
                     folder.string()};
    if (const std::string network = networkFileSystem(folder); !network.empty())
        return Error{ErrorKind::InvalidInput,
                     file.string() + " lies on a network file system (" + network +
                         "), where two machines could write at once; choose a local folder",
                     file.string()};
    return Done{};
}

std::string networkFileSystem(const fs::path& folder)
{
    struct statfs facts = {};
    if (::statfs(folder.c_str(), &facts) != 0) return {};
    const auto magic = static_cast<unsigned long>(facts.f_type) & 0xFFFFFFFFUL;
    for (const auto& [known, name] : networkMagics) {
        if (known == magic) return name;
    }
    return {};
}

void writePrivateFile(const fs::path& file, std::string_view bytes)
{
    {
        const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor.value(), bytes.data(), bytes.size());
            if (written < 0) throw StoreError(file.string() + ": " + std::strerror(errno), 0);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    syncFile(file);
}

std::string fileBytes(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) throw StoreError(file.string() + ": cannot be read", 0);
    return {std::istreambuf_iterator<char>(in), {}};
}

void syncFile(const fs::path& file)
{
    sync(file, O_RDONLY);
    sync(folderOf(file), O_RDONLY | O_DIRECTORY);
}

} // namespace milepost
