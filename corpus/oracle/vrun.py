#!/usr/bin/env python3
"""vrun: run one Python program under real CPython in VIRTUAL time, print one JSON record.

  vrun.py [--mode auto|virtual|real] [--limit VSEC] [--wall SEC] [--python EXE] [--lib DIR] [--pure 1] program.py [args...]
  --lib DIR: the standard library's files are taken from there (frozen ones aside); --pure 1: gevent without its compiled half

record = {program, mode, python, lines:[{t, s}], stderr:[str], exception:{type,message}|null,
          exit, final, hang, timeout}
  t, final: seconds since start, rounded to 1 ms (virtual) or 10 ms (real); final is when the process is gone (real: when its exit begins).

virtual: .build/libvclock.so (from vclock.c beside this file, built on first use with cc) replaces the clock, the sleeps,
  Python's locks (POSIX semaphores) and epoll/poll/select, so asyncio, trio, curio, gevent (libev), eventlet,
  threading, queue and ThreadPoolExecutor run unmodified; CPU work takes no time. Threads run one at a time until
  they block (FIFO), so thread output is deterministic; a program in which all threads block for ever is a `hang`.
real: plain run, wall clock; used for programs with processes (multiprocessing, subprocess, os.fork, ProcessPool).
Both: PYTHONHASHSEED=0, random.seed(0) before the program starts, TZ=UTC, stdin empty, line-by-line stdout.
"""
import ast, fcntl, json, os, re, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, ".build")                # what is built on first use; ignored by git

PROC = re.compile(r'\b(multiprocessing|subprocess|ProcessPoolExecutor|os\.fork|create_subprocess|posix_spawn|os\.system|os\.popen|joblib|loky)\b')

def pick_mode(src):
    return "real" if PROC.search(re.sub(r'#.*', '', src)) else "virtual"

def vclock():
    so, c = os.path.join(BUILD, "libvclock.so"), os.path.join(HERE, "vclock.c")
    if re.search(r"[\s:]", so): sys.exit(f"The virtual clock is preloaded by its path, which may hold no space and no colon: move the project out of {HERE}")
    os.makedirs(BUILD, exist_ok=True)
    if not os.path.exists(so) or os.path.getmtime(so) < os.path.getmtime(c):
        tmp = so + ".%d" % os.getpid()
        subprocess.check_call(["cc", "-O2", "-shared", "-fPIC", "-o", tmp, c, "-ldl", "-lpthread"]); os.replace(tmp, so)
    return so

ADDR = re.compile(r'0x[0-9a-fA-F]{6,}')
LIBRARY = re.compile(r'/[^\s"]*?/lib/python3\.\d+/')          # where the library is installed -> …/python3/
def norm(s): return ADDR.sub("0xADDR", s)

def run(prog, *a, **k):
    rec = run0(prog, *a, **k); p = os.path.dirname(os.path.abspath(prog)) + "/"   # paths of the program itself -> base name
    lib = LIBRARY if not k.get("lib") else re.compile("(?:%s)/|%s" % (re.escape(os.path.abspath(k["lib"])), LIBRARY.pattern))
    fix = lambda s: lib.sub("…/python3/", s).replace(p, "")
    for l in rec["lines"]: l["s"] = fix(l["s"])
    rec["stderr"] = [fix(s) for s in rec["stderr"]]
    if rec["exception"]: rec["exception"]["message"] = fix(rec["exception"]["message"])
    return rec

def read(log, rec, nd, keep_addr):
    """What the child reported, put together to lines; returns whether plain Python speaks for a program that doesn't compile."""
    out, err, start, plain = "", "", None, False     # lines under way; when the program began
    with open(log, encoding="utf-8", errors="replace") as f:
        for l in f:
            try: d = json.loads(l)
            except ValueError: continue
            k, at = d["k"], d.get("t"); t = None if at is None else round(at, nd)
            if k == "o":
                *ends, out = (out + d["s"]).split("\n")
                rec["lines"] += [{"t": t, "s": s if keep_addr else norm(s)} for s in ends]
            elif k == "e":
                *ends, err = (err + d["s"]).split("\n")
                rec["stderr"] += map(norm, ends)
            elif k in ("x", "syntax"):
                plain = k == "syntax"
                x = json.loads(d["s"]); rec["exception"] = {"type": x["type"], "message": norm(x["message"])}; rec["final"] = t
            elif k == "start": start = at
            elif k == "end": rec["final"] = t
            elif k == "exit": rec["final"] = round(at - start, nd) if start else rec["final"]      # modules torn down: finalizers may sleep
            elif k == "hang": rec["hang"] = True
            elif k == "limit": rec["limit"] = True
    if out: rec["lines"].append({"t": rec["final"], "s": norm(out), "nl": 0})      # a last line without a newline: it ends with the program
    if err: rec["stderr"].append(norm(err))
    return plain

def run0(prog, mode="auto", wall=60.0, python=None, args=(), keep_addr=False, limit="86400", extra_env=None, lib=None, pure=None):
    with open(prog, encoding="utf-8") as f: src = f.read()
    if mode == "auto": mode = pick_mode(src)
    python = python or sys.executable
    fd, log = tempfile.mkstemp(prefix="vrun"); os.close(fd)
    low = os.open(log, os.O_WRONLY | os.O_APPEND)
    wfd = fcntl.fcntl(low, fcntl.F_DUPFD, 100); os.close(low)      # the program's own descriptors begin at 3, as without this one
    env = {"PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", "TZ": "UTC",
           "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "VRUN_FD": str(wfd), "PYTHONUNBUFFERED": "1"}
    env["VCLOCK_LIMIT"] = str(limit); env.update(extra_env or {})
    if lib:
        if not os.path.exists(os.path.join(lib, "asyncio", "base_events.py")): sys.exit("no library in " + lib)
        env["PYTHONPATH"] = os.path.abspath(lib)
    if pure: env["PURE_PYTHON"] = "1"
    if mode == "virtual": env["LD_PRELOAD"] = vclock(); env["VRUN_VIRTUAL"] = "1"
    rec = {"program": os.path.basename(prog), "mode": mode, "lines": [], "stderr": [], "exception": None, "exit": None, "final": None, "hang": False, "timeout": False}
    p = subprocess.Popen([python, os.path.join(HERE, "child.py"), os.path.abspath(prog), *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env=env, pass_fds=[wfd], start_new_session=True, cwd=tempfile.gettempdir())
    os.close(wfd)
    try: so, se = p.communicate(timeout=wall)
    except subprocess.TimeoutExpired:
        rec["timeout"] = True
        import signal
        os.killpg(p.pid, signal.SIGKILL); so, se = p.communicate()
    rec["exit"] = p.returncode
    plain = read(log, rec, 3 if mode == "virtual" else 2, keep_addr)
    for kind, most in ("lines", 20000), ("stderr", 2000):
        if len(rec[kind]) > most: del rec[kind][most:]; rec["truncated"] = True
    os.unlink(log)
    if so: rec["raw_stdout"] = so.decode("utf-8", "replace")[:4000]
    if plain: rec["stderr"] = norm(se.decode("utf-8", "replace")).rstrip("\n").split("\n")
    elif se: rec["raw_stderr"] = norm(se.decode("utf-8", "replace")[:4000])
    return rec

if __name__ == "__main__":
    a = sys.argv[1:]; kw = {}
    while a and a[0].startswith("--"):
        o = a.pop(0)[2:]; v = a.pop(0)
        kw[o] = float(v) if o == "wall" else v
    print(json.dumps(run(a[0], args=a[1:], **kw), ensure_ascii=False, indent=1))
