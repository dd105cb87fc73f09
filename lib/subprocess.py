"""Refused: scripts may not start programs."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    pass


class TimeoutExpired(SubprocessError):
    pass


def _refuse(name):
    def refused(*args, **keywords):
        raise PermissionError(f"subprocess.{name}() is refused: scripts may not start programs")

    return refused


run, call, check_call, check_output = _refuse("run"), _refuse("call"), _refuse("check_call"), _refuse("check_output")
Popen, getoutput, getstatusoutput = _refuse("Popen"), _refuse("getoutput"), _refuse("getstatusoutput")
