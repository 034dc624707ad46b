# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=<source tree> -DLIST=<lines of path=file> -DOUTPUT=<cpp> -P WriteEmbeddedFiles.cmake

set(arrays "")
set(table "")
set(count 0)
file(STRINGS ${LIST} entries)
foreach(entry IN LISTS entries)
    string(REGEX MATCH "^(.+)=(.+)$" matched "${entry}")
    set(path ${CMAKE_MATCH_1})
    file(READ ${ROOT}/${CMAKE_MATCH_2} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REPEAT "[0-9a-f]" 64 line)
    string(REGEX REPLACE "(${line})" "\\1\"\n    \"" chunked "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" chunked "${chunked}")
    string(APPEND arrays "constexpr char body${count}[] =\n    \"${chunked}\";\n")
    string(APPEND table "    EmbeddedFile{\"${path}\", std::string_view(body${count}, ${size})},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE ${OUTPUT} "// SPDX-License-Identifier: GPL-3.0-or-later
// Written by cmake/WriteEmbeddedFiles.cmake.
#include \"backend/core/resources.h\"

#include <array>

namespace milepost {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${count}> files{{
${table}}};

} // namespace

std::span<const EmbeddedFile> embeddedFiles()
{
    return files;
}

} // namespace milepost
")
