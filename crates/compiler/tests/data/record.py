"""Writes what CPython does with the programs of the .txt files here into these files.

Run it with CPython 3.11 in this folder: python3 record.py
They hold programs behind lines of `===`, each followed by a line of `---` and the record.
"""

import dis
import sys
import warnings

assert sys.version_info[:2] == (3, 11), "record with CPython 3.11"

# Instructions of CPython that can raise, by the words that positions.rs has for ours.
KINDS = {
    "BINARY_OP": "operate", "UNARY_NEGATIVE": "unary", "UNARY_POSITIVE": "unary", "UNARY_INVERT": "unary",
    "UNARY_NOT": "unary", "COMPARE_OP": "compare", "IS_OP": "compare", "CONTAINS_OP": "compare",
    "LOAD_ATTR": "attribute", "LOAD_METHOD": "attribute", "STORE_ATTR": "store attribute",
    "DELETE_ATTR": "delete attribute", "BINARY_SUBSCR": "subscript", "STORE_SUBSCR": "store subscript",
    "DELETE_SUBSCR": "delete subscript", "CALL": "call", "CALL_FUNCTION_EX": "call",
    "WITH_EXCEPT_START": "exit", "BEFORE_WITH": "enter", "BEFORE_ASYNC_WITH": "enter", "GET_ITER": "iterate",
    "FOR_ITER": "next", "GET_AITER": "async iterate", "GET_ANEXT": "async next", "GET_AWAITABLE": "awaitable",
    "GET_YIELD_FROM_ITER": "delegate", "SEND": "send", "UNPACK_SEQUENCE": "unpack", "UNPACK_EX": "unpack",
    "RAISE_VARARGS": "raise", "IMPORT_NAME": "import", "IMPORT_FROM": "import from", "IMPORT_STAR": "import star",
    "LIST_EXTEND": "extend", "SET_UPDATE": "update set", "DICT_UPDATE": "update dict", "DICT_MERGE": "merge",
    "MAP_ADD": "put", "SET_ADD": "add", "BUILD_SET": "set", "LOAD_NAME": "name", "LOAD_GLOBAL": "name",
    "LOAD_DEREF": "content", "LOAD_CLASSDEREF": "content", "FORMAT_VALUE": "format", "DELETE_NAME": "delete",
    "DELETE_GLOBAL": "delete", "DELETE_FAST": "delete", "DELETE_DEREF": "delete", "CHECK_EXC_MATCH": "match",
    "END_ASYNC_FOR": "end async for", "POP_JUMP_FORWARD_IF_TRUE": "test", "POP_JUMP_FORWARD_IF_FALSE": "test",
    "POP_JUMP_BACKWARD_IF_TRUE": "test", "POP_JUMP_BACKWARD_IF_FALSE": "test", "JUMP_IF_TRUE_OR_POP": "test",
    "JUMP_IF_FALSE_OR_POP": "test",
}


def sections(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for part in text.split("===\n")[1:]:
        yield part.split("---\n")[0]


def positions(code):
    found = set()
    for instruction in dis.get_instructions(code):
        place = instruction.positions
        if instruction.opname in KINDS:
            line, col, end_line, end_col = place.lineno, place.col_offset, place.end_lineno, place.end_col_offset
            found.add(f"{KINDS[instruction.opname]} {line or 0}:{col or 0}-{end_line or 0}:{end_col or 0}")
    lines = [f"{code.co_qualname} at {code.co_firstlineno}"] + sorted(found)
    for const in code.co_consts:
        if hasattr(const, "co_code"):
            lines += positions(const)
    return lines


def error(source):
    try:
        compile(source, "<string>", "exec")
    except SyntaxError as e:
        # Without an end, one character is marked.
        return [f"{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset or e.offset + 1} {e.msg}"]
    raise AssertionError(f"CPython compiles this:\n{source}")


def variables(code):
    flags = code.co_flags
    kinds = [(4, "*args"), (8, "**kwargs"), (0x20, "generator"), (0x80, "coroutine"), (0x200, "async generator")]
    kind = [name for flag, name in kinds if flags & flag]
    local = list(code.co_varnames) + [name for name in code.co_cellvars if name not in code.co_varnames]
    counts = [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount]
    lines = [f"{code.co_qualname}: locals {local} cells {sorted(code.co_cellvars)} free {list(code.co_freevars)}"
             f" kind {kind} counts {counts}"]
    for const in code.co_consts:
        if hasattr(const, "co_code"):
            lines += variables(const)
    return lines


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<string>", "exec")
    return [f"{warning.lineno} {warning.message}" for warning in caught]


def write(path, record):
    parts = []
    for source in sections(path):
        parts.append("===\n" + source + "---\n" + "".join(line + "\n" for line in record(source)))
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(parts))


write("positions.txt", lambda source: positions(compile(source, "<string>", "exec")))
write("variables.txt", lambda source: variables(compile(source, "<string>", "exec")))
write("errors.txt", error)
write("warnings.txt", warned)
