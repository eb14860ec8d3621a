"""What vrun.py starts: runs one program as __main__ and reports to VRUN_FD what it prints, piece by piece, with virtual times.

Whatever prints goes on working while the modules are torn down at exit (programs print in __del__): it holds what it needs in
default arguments, and needs C functions only. vrun.py joins the pieces to lines.
"""
import atexit, io, json, os, random, sys, threading, time, types, warnings
import linecache                                  # shown tracebacks need it, and asyncio shouldn't be the first to import it


def _report(kind, text, at=None, write=os.write, fd=int(os.environ["VRUN_FD"]), quote=json.encoder.encode_basestring_ascii):
    write(fd, ('{"k": "%s", "t": %s, "s": %s}\n' % (kind, "null" if at is None else repr(at), quote(text))).encode())


class _Rec(io.TextIOBase):
    encoding = "utf-8"; errors = "strict"; newlines = None; mode = "w"
    def __init__(self, kind, fd): self._k = kind; self._fd = fd; self.name = "<stdout>" if fd == 1 else "<stderr>"; self._start = time.monotonic()
    def writable(self): return True
    def isatty(self): return False
    def fileno(self): return self._fd
    def flush(self): pass
    def write(self, s, clock=time.monotonic, report=_report):
        if not isinstance(s, str): raise TypeError("write() argument must be str, not " + type(s).__name__)
        report(self._k, s, clock() - self._start if "\n" in s else None)      # the clock is read for ends of lines only: a reading costs time
        return len(s)
    @property
    def buffer(self):
        o = self
        class B(io.RawIOBase):
            def writable(self): return True
            def write(self, b): o.write(bytes(b).decode("utf-8", "replace")); return len(b)
        return B()


def _qualified(kind): return kind.__name__ if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "." + kind.__qualname__


def _said(e):
    try: return str(e)
    except Exception: return "<exception str() failed>"


def _hide_own_depth(own=2, really=sys.setrecursionlimit, limit=sys.getrecursionlimit):
    """This module and exec() stand below the program: RecursionError should come as late as without them."""
    def setrecursionlimit(n, /): really(n + own)
    def getrecursionlimit(): return limit() - own
    setrecursionlimit(limit()); sys.setrecursionlimit, sys.getrecursionlimit = setrecursionlimit, getrecursionlimit


def _leave_syntax_errors_to_python():
    """A program that doesn't compile is handed to plain Python: it shows a file's errors otherwise than a string's. Its stderr is the record's."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore"); compile(_src, _prog, "exec")
    except (SyntaxError, ValueError) as e:
        _report("syntax", json.dumps({"type": _qualified(type(e)), "message": str(e)}), time.monotonic() - _out._start)
        os.execve(sys.executable, [sys.executable, _prog], {k: v for k, v in os.environ.items() if k != "VRUN_FD"})


_out = sys.stdout = sys.__stdout__ = _Rec("o", 1); _err = sys.stderr = sys.__stderr__ = _Rec("e", 2)
_prog = sys.argv[1]; sys.argv = [_prog] + sys.argv[2:]
random.seed(0)
_main = types.ModuleType("__main__"); _main.__file__ = _prog; _main.__builtins__ = __builtins__
sys.modules["__main__"] = _main
sys.path[0] = os.path.dirname(os.path.abspath(_prog)) or "."
def _end(pid=os.getpid(), out=_out):
    if os.getpid() == pid: _report("end", "", time.monotonic() - out._start)
atexit.register(_end)
with open(_prog, encoding="utf-8") as f: _src = f.read()
_leave_syntax_errors_to_python()
_hide_own_depth()
code = 0
try:
    _c = compile(_src, _prog, "exec")
    _out._start = _err._start = time.monotonic(); _report("start", "", _out._start)
    exec(_c, _main.__dict__)
except SystemExit as e:
    code = e.code if e.code is None or isinstance(e.code, int) else 1
    if e.code is not None and not isinstance(e.code, int): print(e.code, file=sys.stderr)
    _report("x", json.dumps({"type": "SystemExit", "message": str(e.code)}), time.monotonic() - _out._start)
except BaseException as e:
    _tb = e.__traceback__.tb_next
    _report("x", json.dumps({"type": _qualified(type(e)), "message": _said(e)}), time.monotonic() - _out._start)
    e.__traceback__ = _tb
    sys.last_type, sys.last_value, sys.last_traceback = type(e), e, _tb      # they hold the failed frames until the modules go
    try: sys.__excepthook__(type(e), e, _tb)      # the C printer: unlike the traceback module of 3.11 it has "Did you mean"
    except BaseException: pass
    code = 1; del e, _tb
del _main                                         # else the program's module outlives the others: it should end as __main__ does
sys.exit(code)
