# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a source file does not name its licence in its first three lines.

usage: check_licence.py ROOT
"""
import itertools
import pathlib
import sys

LICENCE_LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
FOLDERS = ("app", "backend", "cmake", "models", "resources/completions", "tests", "tools", "ui")
SUFFIXES = (".h", ".cpp", ".py", ".sh", ".bash", ".sql", ".lua", ".cmake")
SINGLE_FILES = ("CMakeLists.txt", "milepost", ".ci/run")


def source_files(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in SUFFIXES or file.name == "CMakeLists.txt":
                yield file
    for name in SINGLE_FILES:
        if (root / name).exists():
            yield root / name


def names_its_licence(file):
    with file.open(encoding="utf-8") as lines:
        return any(LICENCE_LINE in line for line in itertools.islice(lines, 3))


def main(arguments):
    root = pathlib.Path(arguments[0])
    silent = [file.relative_to(root).as_posix() for file in source_files(root) if not names_its_licence(file)]
    for path in silent:
        print(f"{path} lacks the line '{LICENCE_LINE}'")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
