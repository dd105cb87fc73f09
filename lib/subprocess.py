"""Programs, started only with --allow run. A program is run to its end where it is started.

So Popen() returns when the program has ended, unless its input is a pipe: then it runs at communicate() or wait().
"""

import os
from _process import run as _run

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal

            try:
                name = repr(signal.Signals(-self.returncode))
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
            return f"Command '{self.cmd}' died with {name}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        shown = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        shown += [f"{name}={value!r}" for name, value in (("stdout", self.stdout), ("stderr", self.stderr))
                  if value is not None]
        return f"CompletedProcess({', '.join(shown)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    def __class_getitem__(cls, item):
        return cls


class Popen:
    _called = "subprocess.Popen"

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but "
                                  "different. Pass one or the other.")
        self.args, self.returncode, self.pid = args, None, 0
        self._text = bool(text or universal_newlines or encoding or errors)
        self._encoding, self._errors = encoding or "utf-8", errors or "strict"
        self._cwd, self._env = cwd, env
        self._streams = stdin, stdout, stderr
        if isinstance(args, (str, bytes)) or hasattr(args, "__fspath__"):
            args = [args]
        self._command = [os.fspath(one) for one in args]
        if shell:
            self._command = [executable or "/bin/sh", "-c"] + self._command
        elif executable:
            self._command[0] = executable
        self._outputs = None
        self.stdin = _Input(self) if stdin == PIPE else None
        self.stdout = self.stderr = None
        if stdin != PIPE:
            self._finish(self._given_input(stdin), None)

    def _given_input(self, stdin):
        """What a file given as standard input holds."""
        if stdin is None or isinstance(stdin, int):
            return None
        data = stdin.read()
        return data.encode() if isinstance(data, str) else data

    def _finish(self, data, timeout):
        if self._outputs is not None:
            return
        stdin, stdout, stderr = self._streams
        numbers = []
        for one in (PIPE if data is not None else stdin, stdout, stderr):
            numbers.append(0 if one is None else one if isinstance(one, int) and one < 0 else PIPE)
        code, out, err, late = _run(self._called, self._command, self._cwd, self._env, *numbers, data, timeout)
        self.returncode = code
        out, err = self._decoded(out), self._decoded(err)
        self._outputs = (out if stdout == PIPE else None, err if stderr == PIPE else None)
        for target, content in ((stdout, out), (stderr, err)):
            if hasattr(target, "write"):
                target.write(content if self._text or "b" in getattr(target, "mode", "") else content.decode())
        if late:
            raise TimeoutExpired(self.args, timeout, *self._outputs)
        self.stdout, self.stderr = self._reader(self._outputs[0]), self._reader(self._outputs[1])

    def _decoded(self, data):
        if not self._text:
            return data
        return data.decode(self._encoding, self._errors).replace("\r\n", "\n").replace("\r", "\n")

    def _reader(self, content):
        if content is None:
            return None
        import io

        return io.StringIO(content) if self._text else io.BytesIO(content)

    def communicate(self, input=None, timeout=None):
        if self._outputs is None:
            data = self.stdin._data if input is None else input
            if isinstance(data, str):
                data = data.encode(self._encoding)
            self._finish(data, timeout)
        elif input:
            raise ValueError("Cannot send input after starting communication")
        return self._outputs

    def wait(self, timeout=None):
        if self._outputs is None:
            self._finish(self.stdin._data, timeout)
        return self.returncode

    def poll(self):
        return self.returncode

    def send_signal(self, sig):
        pass

    def terminate(self):
        pass

    kill = terminate

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.wait()

    def __repr__(self):
        return f"<Popen: returncode: {self.returncode} args: {self.args!r}>"

    def __class_getitem__(cls, item):
        return cls


class _Input:
    """What is written to a program's input: kept until it runs."""

    def __init__(self, process):
        self._process, self._data, self.closed = process, b"", False

    def write(self, data):
        self._data += data.encode() if isinstance(data, str) else data
        return len(data)

    def flush(self):
        pass

    def close(self):
        if not self.closed:
            self.closed = True
            self._process.wait()


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    return _complete("subprocess.run", popenargs, input, capture_output, timeout, check, kwargs)


def _complete(called, popenargs, input, capture_output, timeout, check, kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    process = _Timed.__new__(_Timed)
    process._called, process._limit = called, timeout
    process.__init__(*popenargs, **kwargs)
    stdout, stderr = process.communicate(input, timeout)
    done = CompletedProcess(process.args, process.returncode, stdout, stderr)
    if check:
        done.check_returncode()
    return done


class _Timed(Popen):
    def _finish(self, data, timeout):
        Popen._finish(self, data, self._limit)


def call(*popenargs, timeout=None, **kwargs):
    return _complete("subprocess.call", popenargs, None, False, timeout, False, kwargs).returncode


def check_call(*popenargs, timeout=None, **kwargs):
    _complete("subprocess.check_call", popenargs, None, False, timeout, True, kwargs)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    input = kwargs.pop("input", None)
    return _complete("subprocess.check_output", popenargs, input, False, timeout, True, dict(kwargs, stdout=PIPE)).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    done = _complete("subprocess.getstatusoutput", (cmd,), None, False, None, False,
                     dict(shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors))
    out = done.stdout
    return done.returncode, out[:-1] if out.endswith("\n") else out


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    out = []
    for arg in seq:
        text = arg.replace('"', '\\"')
        out.append(f'"{text}"' if not text or " " in text or "\t" in text else text)
    return " ".join(out)
