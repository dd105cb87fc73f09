"""http.client: the status codes. Connections are not made from scripts."""

from http import HTTPStatus

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status: status.phrase for status in HTTPStatus}
globals().update(HTTPStatus.__members__)


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial, self.expected = partial, expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"IncompleteRead({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        self.args = line or repr(line),
        self.line = line or repr(line)


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        super().__init__(f"got more than 65536 bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args)


error = HTTPException


class _Refused:
    def __init__(self, host, *args, **options):
        import socket

        socket.create_connection((host, options.get("port") or HTTP_PORT))


class HTTPConnection(_Refused):
    pass


class HTTPSConnection(_Refused):
    pass
