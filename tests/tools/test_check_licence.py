# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from source_tree import SourceTree

LINE = "SPDX-License-Identifier: GPL-3.0-or-later"


class TestCheckLicence(unittest.TestCase):
    def test_a_file_with_the_line_passes(self):
        with SourceTree({"backend/core/ids.h": f"// {LINE}\n", "tools/run.sh": f"#!/bin/bash\n# {LINE}\n"}) as tree:
            self.assertEqual(tree.run("check_licence.py"), (0, ""))

    def test_a_file_without_the_line_is_named(self):
        with SourceTree({"backend/core/ids.h": "#pragma once\n"}) as tree:
            status, output = tree.run("check_licence.py")

        self.assertEqual(status, 1)
        self.assertIn("backend/core/ids.h lacks the line", output)

    def test_another_licence_does_not_count(self):
        with SourceTree({"backend/core/ids.h": "// SPDX-License-Identifier: MIT\n"}) as tree:
            self.assertEqual(tree.run("check_licence.py")[0], 1)

    def test_the_line_far_below_does_not_count(self):
        with SourceTree({"backend/core/ids.h": "\n\n\n\n" + f"// {LINE}\n"}) as tree:
            self.assertEqual(tree.run("check_licence.py")[0], 1)


if __name__ == "__main__":
    unittest.main()
