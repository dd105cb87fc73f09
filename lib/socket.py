"""Names of sockets; opening one is refused."""

AF_INET, AF_INET6, AF_UNIX, SOCK_STREAM, SOCK_DGRAM = 2, 10, 1, 1, 2
error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


def gethostname():
    import os

    return os.environ.get("HOSTNAME", "localhost")


getfqdn = gethostname


def _refused(*args, **keywords):
    raise PermissionError("socket is refused: scripts may not open connections; use --allow network")


socket = create_connection = getaddrinfo = gethostbyname = _refused
