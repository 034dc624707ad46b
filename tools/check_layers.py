# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a file includes a layer that its own folder may not know, or a header that is forbidden there.

usage: check_layers.py ROOT [LAYERS.json]      (default: layers.json beside this script)
"""
import fnmatch
import json
import pathlib
import re
import sys

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
CODE_FOLDERS = ("app", "backend", "models", "ui")


def layer_of(path, layers):
    return next((layer for layer in layers if path.startswith(layer + "/")), None)


def source_files(root):
    for folder in CODE_FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")


def layer_violation(path, layer, quote, target, may_include):
    """One sentence about an include that breaks the layers, or None."""
    target_layer = layer_of(target, may_include)
    if quote == '"' and target_layer is None and not target.endswith(".moc"):
        return f'{path} includes "{target}", which is not a path from the root'
    if target_layer not in (None, layer) and target_layer not in may_include[layer]:
        return f"{path} must not include {target}"
    return None


def header_violation(path, target, forbidden):
    for rule in forbidden:
        where = rule["in"].replace("**/", "*")
        if fnmatch.fnmatch(path, where) and fnmatch.fnmatchcase(target, rule["header"]):
            return f"{path} must not include {target}: {rule['reason']}"
    return None


def violations(root, rules):
    may_include = rules["mayInclude"]
    for path, text in source_files(root):
        layer = layer_of(path, may_include)
        if layer is None:
            yield f"{path} belongs to no layer of layers.json"
            continue
        for quote, target in INCLUDE.findall(text):
            found = layer_violation(path, layer, quote, target, may_include)
            found = found or header_violation(path, target, rules["forbiddenHeaders"])
            if found:
                yield found


def main(arguments):
    root = pathlib.Path(arguments[0])
    rules_file = pathlib.Path(arguments[1]) if len(arguments) > 1 else pathlib.Path(__file__).with_name("layers.json")
    found = list(violations(root, json.loads(rules_file.read_text(encoding="utf-8"))))
    print("\n".join(found) or "the layers are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
