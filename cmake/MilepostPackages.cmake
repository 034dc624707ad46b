# SPDX-License-Identifier: GPL-3.0-or-later
# Everything comes from Debian 12; packages/debian.txt names the packages.

find_package(Threads REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.74 REQUIRED) # headers only
find_package(CURL 7.88 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(CLI11 2.1 REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET GLOBAL libzstd)
pkg_check_modules(lua REQUIRED IMPORTED_TARGET GLOBAL lua5.4)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Widgets Charts Svg LinguistTools)

if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    find_package(rapidcheck REQUIRED)
endif()
