#!/usr/bin/env python3
"""Records what CPython prints for every program under corpus/ and gallery/, in a .json beside each.

  record.py                record all programs
  record.py --check        record again in memory and compare; says what differs
  record.py --only PATH    only this program, or those below this folder (may be given several times)

Nothing in a record is written by hand. A program is run three times: twice by the oracle, which must agree with itself, and once
as a plain `python3 program.py` on the same virtual clock, which must print the same text: the oracle adds times, and changes nothing.
Which Python, and with which packages, pythons.py says; gevent runs without its compiled half, which leaves no frames in tracebacks.
"""
import argparse, concurrent.futures, difflib, hashlib, json, os, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "oracle"))
sys.dont_write_bytecode = True
import pythons, vrun

FOLDERS = ("corpus", "gallery")
NOT_PROGRAMS = ("oracle", "__pycache__")
NOT_RECORDS = ("scenario.json",)


class Unrecordable(Exception):
    """A program whose output can't serve as a reference, and why."""


def programs(only):
    """All programs, or those at or below the given paths, in the order of their paths."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            inner = path.relative_to(ROOT / folder).parts[:-1]
            if inner and not any(part in NOT_PROGRAMS or part.startswith(".") for part in inner):
                found.append(path)
    if only:
        wanted = [pathlib.Path(path).resolve() for path in only]
        found = [path for path in found if any(path == want or want in path.parents for want in wanted)]
    return found


def printed(record, stream):
    """The text of one stream, as the record has it."""
    if stream == "stderr":
        return "\n".join(record["stderr"]).rstrip("\n")
    text = "".join(line["s"] + ("" if "nl" in line else "\n") for line in record["lines"])
    return text.rstrip("\n")


def plain(path, python, pure):
    """What `python3 program.py` prints on the virtual clock: (stdout, stderr, exit status)."""
    env = {"PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0",
           "PYTHONDONTWRITEBYTECODE": "1", "VCLOCK_LIMIT": "86400", "LD_PRELOAD": vrun.vclock()}
    if pure:
        env["PURE_PYTHON"] = pure
    done = subprocess.run([python, str(path)], stdin=subprocess.DEVNULL, capture_output=True, env=env, timeout=60,
                          cwd=tempfile.gettempdir())
    fix = lambda raw: vrun.LIBRARY.sub("…/python3/", vrun.norm(raw.decode("utf-8", "replace"))).replace(str(path.parent) + "/", "").rstrip("\n")
    return fix(done.stdout), fix(done.stderr), done.returncode


def difference(plainly, recorded):
    """Where two texts part, at most twenty lines of it."""
    lines = difflib.unified_diff(plainly.split("\n"), recorded.split("\n"), "plain Python", "the oracle", lineterm="", n=1)
    return "\n  ".join(list(lines)[:20])


def faults(path, record, again, plainly):
    """What makes a record unfit, in words."""
    if record != again:
        yield "two runs differ"
    for key in ("raw_stdout", "raw_stderr", "truncated", "limit"):
        if key in record:
            yield f"the oracle reports {key}: {record[key]}"
    if record["timeout"]:
        yield "it takes too long"
    if record["hang"] or record["timeout"]:
        return
    out, err, status = plainly()
    if out != printed(record, "stdout"):
        yield f"plain Python prints otherwise:\n  {difference(out, printed(record, 'stdout'))}"
    if err != printed(record, "stderr"):
        yield f"plain Python's stderr is another:\n  {difference(err, printed(record, 'stderr'))}"
    if status != record["exit"]:
        yield f"plain Python ends with {status}, the oracle with {record['exit']}"


def record_of(path):
    """The record of one program as text; raises Unrecordable."""
    source = path.read_bytes()
    packages = pythons.packages_for(source)
    python, pure = pythons.executable_for(path, source), "1" if "gevent" in packages else None
    record, again = (vrun.run(str(path), python=python, pure=pure) for _ in range(2))
    wrong = list(faults(path, record, again, lambda: plain(path, python, pure)))
    if wrong:
        raise Unrecordable("; ".join(wrong))
    record["python"] = pythons.EXACT[pythons.version_for(path)]
    record["library"] = {"cpython": record["python"], **packages}
    record["source_sha256"] = hashlib.sha256(source).hexdigest()
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def without_python(paths):
    """Programs that can't be recorded here, by what is missing."""
    unable = {}
    for path in paths:
        try:
            pythons.executable_for(path, path.read_bytes())
        except pythons.Missing as why:
            unable.setdefault(str(why), []).append(path)
    return unable


def orphans():
    """Records without a program."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.json")):
            if path.name not in NOT_RECORDS and not path.with_suffix(".py").exists():
                yield path


def settle(path, check):
    """Records one program, or compares it with its record; returns what is wrong, or None."""
    try:
        text = record_of(path)
    except Unrecordable as why:
        return f"{path.relative_to(ROOT)}: {why}"
    file = path.with_suffix(".json")
    kept = file.read_text(encoding="utf-8") if file.exists() else None
    if check:
        if kept is None:
            return f"{path.relative_to(ROOT)}: has no record"
        return None if kept == text else f"{path.relative_to(ROOT)}: CPython prints otherwise than recorded"
    if kept != text:
        file.write_text(text, encoding="utf-8")
    return None


def main():
    options = argparse.ArgumentParser(description="Records what CPython prints for the programs of the corpus and the gallery.")
    options.add_argument("--check", action="store_true", help="compare with the records instead of writing them")
    options.add_argument("--only", action="append", metavar="PATH", help="only this program, or those below this folder")
    chosen = options.parse_args()
    paths = programs(chosen.only)
    if not paths:
        sys.exit("There is no program to record: --only takes the path of a program or of a folder under corpus/ or gallery/.")
    vrun.vclock()
    unable = without_python(paths)
    paths = [path for path in paths if not any(path in those for those in unable.values())]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [said for said in pool.map(lambda path: settle(path, chosen.check), paths) if said]
    wrong += [f"{path.relative_to(ROOT)}: a record without its program" for path in orphans()]
    wrong += [f"{len(those)} programs, {those[0].relative_to(ROOT)} the first: {why}" for why, those in unable.items()]
    for said in wrong:
        print(said)
    print(f"{len(paths)} programs {'checked' if chosen.check else 'recorded'}, {len(wrong)} with faults")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
