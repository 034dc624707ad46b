# SPDX-License-Identifier: GPL-3.0-or-later
"""A small source tree in a temporary folder, and the programs of tools/ run over it."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


class SourceTree:
    def __init__(self, files):
        self._folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self._folder.name)
        for path, text in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def run(self, tool):
        """Runs tools/<tool> over the tree: (exit status, what it printed)."""
        done = subprocess.run([sys.executable, ROOT / "tools" / tool, self.root],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()
