// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/resources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace milepost;
namespace fs = std::filesystem;

/// Where a file stands in the source tree: migrations leave out their first folder.
fs::path placeInTree(std::string_view path)
{
    const fs::path root = MILEPOST_SOURCE_DIR;
    return path.starts_with("store/") ? root / "backend" / path : root / path;
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesBelow(const fs::path& folder)
{
    if (!fs::exists(folder)) return 0;
    const auto isFile = [](const fs::directory_entry& entry) { return entry.is_regular_file(); };
    const auto count = std::count_if(fs::recursive_directory_iterator(folder), {}, isFile);
    return static_cast<std::size_t>(count);
}

} // namespace

class TestEmbeddedFiles : public QObject {
    Q_OBJECT

private slots:
    void everyBodyIsTheFileOfTheTree();
    void noFileOfTheTreeIsMissing();
    void pathsAscend();
};

void TestEmbeddedFiles::everyBodyIsTheFileOfTheTree()
{
    for (const EmbeddedFile& file : embeddedFiles())
        QVERIFY2(bytesOf(placeInTree(file.path)) == file.body, std::string(file.path).c_str());
}

void TestEmbeddedFiles::noFileOfTheTreeIsMissing()
{
    const fs::path root = MILEPOST_SOURCE_DIR;
    std::size_t expected = filesBelow(root / "backend/store/migrations");
    for (const char* folder : {"packs", "processes", "policies"})
        expected += filesBelow(root / "resources" / folder);

    QCOMPARE(embeddedFiles().size(), expected);
}

void TestEmbeddedFiles::pathsAscend()
{
    QVERIFY(std::ranges::is_sorted(embeddedFiles(), {}, &EmbeddedFile::path));
}

QTEST_GUILESS_MAIN(TestEmbeddedFiles)
#include "tst_embedded_files.moc"
