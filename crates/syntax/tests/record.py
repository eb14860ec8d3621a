"""Records what CPython 3.11 makes of the programs beside this file.

    python3.11 record.py          writes data/snippets.tree and data/bad.json
    python3.11 record.py --check  fails if they would change
"""

import ast
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).parent / "data"
SKIPPED = {"ctx", "kind", "type_comment", "type_ignores"}


def quote(text):
    out = []
    for c in text:
        plain = c in " !" or "#" <= c <= "[" or "]" <= c <= "~"
        out.append(c if plain else "\\u{%x}" % ord(c))
    return '"' + "".join(out) + '"'


def float_bits(value):
    return "%016x" % struct.unpack(">Q", struct.pack(">d", value))[0]


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is ...:
        return "Ellipsis"
    if isinstance(value, int):
        return "int:%d" % value
    if isinstance(value, float):
        return "float:" + float_bits(value)
    if isinstance(value, complex):
        return "complex:" + float_bits(value.imag)
    if isinstance(value, bytes):
        return "bytes:" + value.hex()
    return quote(value)


def dump(node):
    if isinstance(node, list):
        return "[" + " ".join(map(dump, node)) + "]"
    if not isinstance(node, ast.AST):
        return quote(node) if isinstance(node, str) else str(node)
    parts = [type(node).__name__]
    if hasattr(node, "lineno"):
        parts.append("%d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    for name, value in ast.iter_fields(node):
        if name not in SKIPPED:
            is_value = name == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton))
            parts.append(constant(value) if is_value else dump(value))
    return parts[0] if len(parts) == 1 else "(" + " ".join(parts) + ")"


def snippets():
    for section in (DATA / "snippets.py").read_text().split("#%% ")[1:]:
        name, _, source = section.partition("\n")
        yield name, source


def record_trees():
    out = ["CPython %d.%d.%d" % sys.version_info[:3]]
    for name, source in snippets():
        out.append("#%% " + name)
        out += [dump(statement) for statement in ast.parse(source).body]
    return "\n".join(out) + "\n"


def run(source):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bad.py"
        path.write_bytes(source.encode("utf-8"))
        done = subprocess.run([sys.executable, path], capture_output=True, text=True, encoding="utf-8")
        return done.stderr.replace(str(path), "bad.py")


def record_bad():
    programs = []
    for file in "bad_programs.py", "bad_programs_more.py":
        names = {}
        exec((DATA / file).read_text(), names)
        programs += names["PROGRAMS"]
    rows = [{"source": source, "stderr": run(source)} for source in programs]
    whole = {"python": "CPython %d.%d.%d" % sys.version_info[:3], "programs": rows}
    return json.dumps(whole, indent=1, ensure_ascii=True) + "\n"


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("this needs Python 3.11")
    stale = []
    for name, text in [("snippets.tree", record_trees()), ("bad.json", record_bad())]:
        path = DATA / name
        if not path.exists() or path.read_text() != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text)
    if "--check" in sys.argv and stale:
        sys.exit("not as CPython has it: " + ", ".join(stale))


main()
