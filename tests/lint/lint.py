#!/usr/bin/env python3
"""lint.py SOURCE_ROOT: the rules of the house that neither compiler nor meson can see, as TAP.

Each rule is a function that yields one line per breach, "file:line: what"; a rule without breaches is "ok". The rules read
the source tree only, so that they hold for a file before it is built. `lint.py --self-test` runs every rule on a small tree
that breaks it, so that no rule can fall silent unnoticed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
import tempfile
from pathlib import Path

# A layer may include itself and what it names here.
ARROWS = {
    "model": set(),
    "text": {"model"},
    "store": {"model"},
    "exchange": {"model"},
    "timeline": {"model"},
    "session": {"model", "text", "store", "exchange", "timeline"},
    "reader": {"session"},
    "words": {"model"},
    "app": {"model", "timeline", "session", "words"},
    "cli": {"model", "session", "words"},
}
# The one file that may know all layers: it chooses between the window and the command line.
MAIN = "main.c"
TRANSLATED_LAYERS = {"app", "cli", "words"}
MAX_LINES = 800

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
GETTEXT = re.compile(r'(?<![A-Za-z0-9_])(?:N?C?_|n?gettext|d[cn]?gettext|g_dp?gettext2?|g_dngettext)\s*\(|'
                     r'<libintl\.h>|<glib/gi18n(?:-lib)?\.h>')
MARKED = re.compile(r'(?<![A-Za-z0-9_])(?:N?C?_|n?gettext|g_dngettext)\s*\(')
NETWORK = re.compile(r'\b(?:libsoup|libcurl|curl/curl\.h|soup\.h|SoupSession|GSocket\w*|GResolver|GNetwork\w*|gnetworking\.h|'
                     r'g_socket_\w+|g_resolver_\w+|sys/socket\.h|netinet/\w+|arpa/inet\.h|netdb\.h|webkit\w*)')
MACHINE_PATH = re.compile(r'/(?:wor' r'k|far' r'm)/\w|/tmp/(?!(?:\$|%|rapporteur-))\w|/home/\w|/root/\w')
# Where sentences of the layers below are translated, the files that say them, and the statements that do. What is said of
# single objects of a native document is for who wrote it, and stays as it is.
TABLE = "src/app/rap-below-words.c"
SPEAKER = re.compile(r'rap-(?:a|.*-reader|articles-\w+|xml|mime|part.*|mail-text|unpack|incoming|piece|importing|read-ahead|import-child|'
                     r'decode|extract.*|page.*|plain.*)\.c$')
NATIVE = re.compile(r'rap-(?:native-.*|json-.*)\.c$')
OF_OBJECT = re.compile(r"%s %s: ")
COMMENT = re.compile(r"/\*.*?\*/|'(?:[^'\\\n]|\\.)'", re.DOTALL)  # and single characters, which may be quotes
SAYING = re.compile(r'(?:\b(?:g_set_error\w*|g_error_new\w*|hand_out_error|stop|refuse|rap_extract_note|rap_extract_offer|offer_\w+|'
                    r'g_autofree char \*(?:where|note) =)|[.>](?:where|name) = (?=[^;]*")|result->detected, g_str|return(?= "[^"]+ [^"]+";))'
                    r'[^;{]*;')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
DIRECTIVE = re.compile(r'%[-.*0-9]*l*[a-z]')
HIDE, SHOW = str.maketrans(";{", "\1\2"), str.maketrans("\1\2", ";{")  # what ends a statement, within a string
MEMBERS = {"charset", "title", "outlet", "published", "byline", "url", "language", "direction", "body", "UTF-8", "CR", "content", "datetime"}
TEXT_SUFFIXES = {".c", ".h", ".ui", ".css", ".xml", ".in", ".build", ".py", ".sh", ".sql", ".json", ".md", ".po", ".txt", ""}


class Tree:
    """The source tree: its files and their lines, read once. Build folders, pictures and hidden files are not part of it."""

    def __init__(self, root):
        self.root = Path(root)
        self.lines = {}

    def files(self, folder, *suffixes):
        return sorted(path for path in (self.root / folder).rglob("*") if path.is_file() and path.suffix in suffixes)

    def all_text(self):
        for path in sorted(self.root.iterdir()):
            if path.name.startswith((".git", "build", "shots")) or path.name == "COPYING":
                continue
            candidates = [path] if path.is_file() else sorted(path.rglob("*"))
            yield from (file for file in candidates
                        if file.is_file() and file.suffix in TEXT_SUFFIXES and "__pycache__" not in file.parts)

    def read(self, path):
        if path not in self.lines:
            self.lines[path] = path.read_text(encoding="utf-8", errors="replace").split("\n")
        return self.lines[path]

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    def layer(self, path):
        parts = path.relative_to(self.root).parts
        return parts[1] if len(parts) > 2 and parts[0] in ("src", "tests") else None

    def sources(self, folder="src"):
        return self.files(folder, ".c", ".h")

    def matches(self, paths, pattern):
        for path in paths:
            for number, line in enumerate(self.read(path), 1):
                match = pattern.search(line)
                if match:
                    yield path, number, match

    def includes(self, *folders):
        for folder in folders:
            for path, number, match in self.matches(self.sources(folder), INCLUDE):
                yield path, f"{self.name(path)}:{number}", match[1], match[2]


def sqlite_only_in_store(tree):
    for path, where, _, header in tree.includes("src"):
        if header == "sqlite3.h" and tree.layer(path) != "store":
            yield f"{where}: {header} outside src/store"


def includes_by_bare_name(tree):
    for path, where, quote, header in tree.includes("src", "tests"):
        if ".." in Path(header).parts or (quote == '"' and "/" in header):
            yield f"{where}: include {header} by its bare name"


def arrows(tree):
    home = {path.name: tree.layer(path) for path in tree.files("src", ".h")}
    for path, where, quote, header in tree.includes("src"):
        layer, target = tree.layer(path), home.get(header)
        if quote == '"' and layer in ARROWS and path.name != MAIN and target and target != layer and target not in ARROWS[layer]:
            yield f"{where}: {layer} must not include {header} of {target}"


# a migration that fails cannot be had from outside
TESTED_FROM_INSIDE = {"rap-store-migration-private.h"}


def private_headers_stay_private(tree):
    home = {path.name: tree.layer(path) for path in tree.files("src", ".h")}
    for path, where, _, header in tree.includes("src", "tests"):
        if not header.endswith("-private.h") or header in TESTED_FROM_INSIDE:
            continue
        if tree.name(path).startswith("src/") and home.get(header) != tree.layer(path):
            yield f"{where}: foreign {header}"
        if tree.name(path).startswith("tests/"):
            yield f"{where}: tests go through public headers, not {header}"


def gettext_in_app_and_cli_only(tree):
    below = [path for path in tree.sources() if tree.layer(path) not in TRANSLATED_LAYERS and tree.layer(path)]
    for path, number, match in tree.matches(below, GETTEXT):
        yield f"{tree.name(path)}:{number}: {match[0].strip()} below app and cli"


def no_gtk_below_app(tree):
    for path, where, _, header in tree.includes("src"):
        if re.match(r"(gtk/|gdk/|gsk/|adwaita\.h)", header) and tree.layer(path) in ARROWS.keys() - {"app"}:
            yield f"{where}: {header} in {tree.layer(path)}"


def no_network(tree):
    for path, number, match in tree.matches(tree.sources() + tree.files("src", ".build"), NETWORK):
        yield f"{tree.name(path)}:{number}: {match[0]}: the program works without a network"


def files_of_readable_length(tree):
    for path in tree.sources() + tree.sources("tests") + tree.files("tests", ".py") + tree.files("ui", ".ui", ".css"):
        length = len(tree.read(path)) - 1
        if length > MAX_LINES:
            yield f"{tree.name(path)}: {length} lines, at most {MAX_LINES}"


def no_machine_paths(tree):
    for path, number, match in tree.matches(tree.all_text(), MACHINE_PATH):
        yield f"{tree.name(path)}:{number}: path of a machine: {match[0]}"


def no_trailing_whitespace(tree):
    paths = [path for path in tree.all_text() if path.suffix != ".txt" and "data" not in tree.name(path).split("/")[2:-1]]
    for path, number, _ in tree.matches(paths, re.compile(r"[ \t\r]+$")):
        yield f"{tree.name(path)}:{number}: white space at the end of the line"


def files_open_with_their_purpose(tree):
    for path in tree.sources() + tree.sources("tests"):
        opening = "\n".join(tree.read(path)).partition("*/")[0]
        if not opening.startswith(f"/* {path.name}"):
            yield f"{tree.name(path)}:1: must open with '/* {path.name}' and its purpose"
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in opening:
            yield f"{tree.name(path)}: no SPDX-License-Identifier in the opening comment"


def translatable_files_are_listed(tree):
    potfiles = tree.root / "po" / "POTFILES"
    listed = {line.strip() for line in tree.read(potfiles) if line.strip() and not line.startswith("#")}
    for name in sorted(listed):
        if not (tree.root / name).is_file():
            yield f"po/POTFILES: {name} does not exist"
    code = [path for layer in sorted(TRANSLATED_LAYERS) for path in tree.sources(f"src/{layer}")]
    found = {tree.name(path) for path, _, _ in tree.matches(code, MARKED)}
    found |= {tree.name(path) for path, _, _ in tree.matches(tree.files("ui", ".ui"), re.compile(r'translatable="(?:yes|true)"'))}
    for name in sorted(found - listed):
        yield f"po/POTFILES: {name} is missing"


def user_interfaces_are_in_the_gresource(tree):
    bundles = [path for folder in ("ui", "src", "data") for path in tree.files(folder, ".xml") if path.name.endswith(".gresource.xml")]
    bundled = "\n".join("\n".join(tree.read(path)) for path in bundles)
    for path in tree.files("ui", ".ui", ".css"):
        if not re.search(rf"[>/]{re.escape(path.name)}\s*<", bundled):
            yield f"{tree.name(path)}: in no gresource"


def sentences_from_below_are_known(tree):
    """What readers and extraction say in English has its place in the table by which the window translates it."""
    table = tree.root / TABLE
    known = [re.compile(".+".join(map(re.escape, sentence.split("%s"))), re.DOTALL)
             for sentence in re.findall(r'N_\("([^"]+)"\)', "\n".join(tree.read(table)))] if table.exists() else []
    for path in tree.files("src", ".c"):
        if tree.layer(path) not in ("exchange", "text", "session") or not SPEAKER.match(path.name) or NATIVE.match(path.name):
            continue
        code = LITERAL.sub(lambda literal: literal[0].translate(HIDE), COMMENT.sub("", "\n".join(tree.read(path))))
        for statement in SAYING.findall(code):
            for sentence in LITERAL.findall(re.sub(r'"\s*G_\w+\s*"', "s", statement.translate(SHOW))):
                words = DIRECTIVE.sub("1", sentence)
                if re.search(r"[A-Za-z]{2}", words) and not OF_OBJECT.match(sentence) and sentence not in MEMBERS and not any(one.fullmatch(words) for one in known):
                    yield f"{tree.name(path)}: “{sentence}” is not in {TABLE}"


RULES = [
    sqlite_only_in_store,
    includes_by_bare_name,
    arrows,
    private_headers_stay_private,
    gettext_in_app_and_cli_only,
    no_gtk_below_app,
    no_network,
    files_of_readable_length,
    no_machine_paths,
    no_trailing_whitespace,
    files_open_with_their_purpose,
    translatable_files_are_listed,
    user_interfaces_are_in_the_gresource,
    sentences_from_below_are_known,
]


def report(results):
    """Prints (name, breaches) pairs as TAP, the breaches as diagnostics; returns the exit code."""
    print("TAP version 13")
    print(f"1..{len(results)}")
    for number, (name, breaches) in enumerate(results, 1):
        print(f"{'not ok' if breaches else 'ok'} {number} - {name}")
        for breach in breaches:
            print(f"# {breach}")
    return 1 if any(breaches for _, breaches in results) else 0


def lint(root):
    tree = Tree(root)
    return [(f"/lint/{rule.__name__}", list(rule(tree))) for rule in RULES]


# For the self-test: a clean tree, and for every rule one file that breaks it and the only complaint expected.
HEAD = "/* {name}\n *\n * Purpose.\n *\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n"
CLEAN = {
    "po/POTFILES": "src/app/rap-window.c\n",
    "src/model/rap-claim.h": HEAD,
    "src/model/rap-claim-private.h": HEAD,
    "src/store/rap-store.h": HEAD + "#include <sqlite3.h>\n#include \"rap-claim.h\"\n",
    "src/app/rap-window.c": HEAD + "#include <gtk/gtk.h>\nconst char *title = _(\"Claim\");\n",
    "ui/rapporteur.gresource.xml": "<file>rap-window.ui</file>\n",
    "ui/rap-window.ui": "<interface/>\n",
}
BREACHES = {
    "sqlite_only_in_store": ("src/session/rap-a.c", HEAD + "#include <sqlite3.h>\n"),
    "includes_by_bare_name": ("src/store/rap-a.c", HEAD + "#include \"../model/rap-claim.h\"\n"),
    "arrows": ("src/timeline/rap-a.c", HEAD + "#include \"rap-store.h\"\n"),
    "private_headers_stay_private": ("src/store/rap-a.c", HEAD + "#include \"rap-claim-private.h\"\n"),
    "gettext_in_app_and_cli_only": ("src/session/rap-a.c", HEAD + "const char *a = _(\"a\");\n"),
    "no_gtk_below_app": ("src/cli/rap-a.c", HEAD + "#include <gtk/gtk.h>\n"),
    "no_network": ("src/text/rap-a.c", HEAD + "static GSocketClient *client;\n"),
    "files_of_readable_length": ("src/text/rap-a.c", HEAD + "\n" * MAX_LINES),
    "no_machine_paths": ("src/text/rap-a.c", HEAD + "/* see /home" + "/somebody */\n"),
    "no_trailing_whitespace": ("src/text/rap-a.c", HEAD + "int a; \n"),
    "files_open_with_their_purpose": ("src/text/rap-a.c", "/* rap-a.c */ /* SPDX-License-Identifier: GPL-3.0-or-later */\n"),
    "translatable_files_are_listed": ("src/cli/rap-a.c", HEAD + "const char *a = _(\"a\");\n"),
    "user_interfaces_are_in_the_gresource": ("ui/rap-a.ui", "<interface/>\n"),
    "sentences_from_below_are_known": ("src/exchange/rap-a.c", HEAD + "part.where = \"a place\";\n"),
}


def lint_of(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("{name}", path.name), encoding="utf-8")
        return [name.rpartition("/")[2] for name, breaches in lint(folder) if breaches]


def self_test():
    results = [("/lint/self-test/clean", [f"broken: {rule}" for rule in lint_of(CLEAN)])]
    for rule in RULES:
        name, text = BREACHES[rule.__name__]
        broken = lint_of({**CLEAN, name: text})
        results.append((f"/lint/self-test/{rule.__name__}", [] if broken == [rule.__name__] else [f"broken: {broken}"]))
    return results


if __name__ == "__main__":
    sys.exit(report(self_test() if sys.argv[1:] == ["--self-test"] else lint(sys.argv[1])))
