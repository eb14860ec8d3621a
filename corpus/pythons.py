"""Which Python records a program, and with which packages.

A program is CPython 3.11's, unless it lies in a folder `python310` or its lane in a scenario.json says `"python": "3.10"`. One that imports
a package of requirements.txt runs in an environment with these, which is made on first use under .tools/python.
"""
import ast, fcntl, functools, json, os, pathlib, re, shutil, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parent / ".tools" / "python"
REQUIREMENTS = HERE / "requirements.txt"
EXACT = {"3.11": "3.11.7", "3.10": "3.10.13"}


class Missing(Exception):
    """A Python or a package that is wanted and not there, and what to do."""


def version_for(path):
    """The Python that a program is written for: a key of EXACT."""
    if "python310" in path.relative_to(HERE.parent).parts:
        return "3.10"
    scenario = path.parent / "scenario.json"
    lanes = json.loads(scenario.read_text(encoding="utf-8"))["lanes"] if scenario.exists() else []
    return next((lane.get("python", "3.11") for lane in lanes if lane["file"] == path.name), "3.11")


def pinned():
    """Name and version of every package in requirements.txt."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").split("\n")
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def packages_for(source):
    """What a program runs with beside CPython: name and version. gevent brings what it is built on."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return {}
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    known = pinned()
    return known if "gevent" in names else {name: known[name] for name in sorted(names & known.keys())}


def executable_for(path, source):
    """The Python executable that runs a program. Raises Missing."""
    version = version_for(path)
    if version not in EXACT:
        raise Missing(f"there is no Python {version} here, only {' and '.join(EXACT)}")
    return environment(version) if packages_for(source) else python(version)


@functools.cache
def python(version):
    """The executable of exactly the CPython that the records of a version are from. Raises Missing."""
    exact = EXACT[version]
    for candidate in candidates(version):
        if says(candidate, "import platform; print(platform.python_implementation(), platform.python_version())") == f"CPython {exact}":
            return says(candidate, "import sys; print(sys.executable)")
    raise Missing(f"recording needs CPython {exact}, which is neither python{version}, python3 or python on PATH nor a version of pyenv; "
                  f"install it, for instance by `pyenv install {exact}`")


def candidates(version):
    """Where a Python may be: this one, those on PATH, and pyenv's, whether it is chosen there or not."""
    yield sys.executable
    yield from filter(None, map(shutil.which, (f"python{version}", "python3", "python")))
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True).stdout.strip()
        yield str(pathlib.Path(root) / "versions" / EXACT[version] / "bin" / "python")


def says(executable, code):
    """What a line of Python prints, or nothing where there is no such Python."""
    try:
        return subprocess.run([executable, "-c", code], capture_output=True, text=True, timeout=60).stdout.strip()
    except OSError:
        return ""


@functools.cache
def environment(version):
    """The executable of an environment with the packages of requirements.txt. Raises Missing."""
    folder = ENVIRONMENTS / version
    executable, stamp, wanted = folder / "bin" / "python", folder / "requirements.txt", REQUIREMENTS.read_text(encoding="utf-8")
    ENVIRONMENTS.mkdir(parents=True, exist_ok=True)
    with open(ENVIRONMENTS / f"{version}.lock", "w") as lock:        # two recorders may want it at once
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted or says(executable, "print(1)") != "1":
            install(python(version), folder, executable)
            stamp.write_text(wanted, encoding="utf-8")
    return str(executable)


def install(base, folder, executable):
    """Makes an environment and puts the packages into it, as built by their authors. Raises Missing."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    for command in ([base, "-m", "venv", "--clear", str(folder)], [str(executable), "-m", "pip", "install", *quiet, "-r", str(REQUIREMENTS)]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Missing(f"`{' '.join(command)}` failed: {re.sub(os.linesep, ' ', done.stderr.strip())[-400:]}")
