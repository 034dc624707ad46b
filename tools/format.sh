#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats the C++ sources as .clang-format says; with --check it names what is not formatted, and fails.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

on_all_sources() {
    local folder folders=()
    for folder in app backend models tests ui; do
        [[ -d $folder ]] && folders+=("$folder")
    done
    find "${folders[@]}" \( -name '*.h' -o -name '*.cpp' \) -print0 |
        xargs -0 --no-run-if-empty clang-format --style=file "$@"
}

command -v clang-format >/dev/null || { echo "clang-format is not installed" >&2; exit 1; }

case ${1:-} in
    '') on_all_sources -i ;;
    --check)
        unformatted=$(on_all_sources --dry-run 2>&1 |
            sed -n 's/:.* code should be clang-formatted .*/ is not formatted (.\/milepost format)/p' | sort -u)
        [[ -z $unformatted ]] || { echo "$unformatted"; exit 1; }
        ;;
    *) echo "usage: $0 [--check]" >&2; exit 2 ;;
esac
