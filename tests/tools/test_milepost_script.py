# SPDX-License-Identifier: GPL-3.0-or-later
"""The script ./milepost where it can be tested without installing or building anything."""
import pathlib
import re
import subprocess
import tempfile
import unittest

from source_tree import ROOT


def run(*arguments, cwd=ROOT):
    return subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=cwd)


def packages_script(lines):
    """Runs lines of bash with tools/packages.sh at hand."""
    prelude = f'root={ROOT}; say() {{ echo "$*" >&2; }}; source "$root/tools/packages.sh"; '
    return run("bash", "-euo", "pipefail", "-c", prelude + lines)


class TestMilepostScript(unittest.TestCase):
    def test_help_names_every_command(self):
        done = run(ROOT / "milepost", "help")

        self.assertEqual(done.returncode, 0)
        for command in ("console", "headless", "ctl", "bench", "screenshots", "test", "format"):
            self.assertIn(f"\n  {command} ", done.stdout)

    def test_an_unknown_command_is_wrong_usage_and_leaves_stdout_alone(self):
        done = run(ROOT / "milepost", "dance")

        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("there is no command 'dance'", done.stderr)

    def test_each_command_reaches_its_program(self):
        # what builds and becomes another program says its arguments instead
        script = (ROOT / "milepost").read_text(encoding="utf-8")
        script = script.replace('root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")', f"root={ROOT}")
        script = script.replace("    prepare OFF", "    : prepare").replace("    exec ", "    echo ")
        binary = ROOT / "build/release/bin"
        for arguments, program in (
                ([], f"milepost --demo {ROOT}/demo"),
                (["--theme", "dark"], f"milepost --demo {ROOT}/demo --theme dark"),
                (["console", "--store", "s.db"], "milepost --store s.db"),
                (["headless", "--orders", "3"], "milepostctl headless --orders 3"),
                (["ctl", "status"], "milepostctl status"),
                (["screenshots", "out"], "milepost --screenshots out"),
                (["bench", "gui", "--orders", "9"], "milepost --bench gui --orders 9"),
                (["bench", "fulfillment"], "milepostctl bench fulfillment")):
            with self.subTest(arguments=arguments):
                done = run("bash", "-c", script, "milepost", *arguments)

                self.assertEqual(done.stdout.splitlines()[:1], [f"{binary}/{program}"], done.stderr)

    def test_it_works_through_a_link_from_another_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            link = pathlib.Path(folder) / "mp"
            link.symlink_to(ROOT / "milepost")
            self.assertEqual(run(link, "help", cwd=folder).returncode, 0)

    def test_a_section_lists_its_packages_without_comments(self):
        names = packages_script("packages_of build").stdout.split()

        self.assertIn("g++", names)
        self.assertNotIn("clang-format", names)
        self.assertTrue(all(re.fullmatch(r"[a-z0-9.+-]+", name) for name in names), names)

    def test_only_what_is_not_installed_is_missing(self):
        done = packages_script("missing_packages dpkg no-such-package coreutils")

        self.assertEqual(done.stdout, "no-such-package\n")

    def test_every_line_of_the_package_list_says_why(self):
        for line in (ROOT / "packages/debian.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "[")):
                self.assertRegex(line, r"^\S+ +# \S")


if __name__ == "__main__":
    unittest.main()
