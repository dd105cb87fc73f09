"""http.client: the status codes. Connections are not made from scripts."""

from http import HTTPStatus

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status: status.phrase for status in HTTPStatus}
globals().update(HTTPStatus.__members__)


class HTTPException(Exception):
    pass


class _Refused:
    def __init__(self, host, *args, **options):
        import socket

        socket.create_connection((host, options.get("port") or HTTP_PORT))


class HTTPConnection(_Refused):
    pass


class HTTPSConnection(_Refused):
    pass
