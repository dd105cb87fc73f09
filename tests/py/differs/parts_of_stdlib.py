# Parts of the standard library that are not built in: named and subclassed, as any other module; what opens
# connections is refused.
from contextvars import ContextVar, Token
from html.parser import HTMLParser
from http import HTTPStatus
from http.client import BAD_REQUEST, HTTPConnection, responses
from http.cookies import SimpleCookie
from typing import Optional


class Links(HTMLParser):
    found: Optional[Token["Links"]] = None
    current: ContextVar[int] = ContextVar("current")


def read(text: str) -> SimpleCookie:
    return SimpleCookie(text)


print(Links.found, HTTPStatus.OK.value, read.__name__, BAD_REQUEST, responses[404])
try:
    HTTPConnection("example.org")
except PermissionError as problem:
    print("refused")
try:
    import http.clients
except ImportError as problem:
    print(problem)
try:
    import urllib.request
except ImportError as problem:
    print(problem)
# expect: None 200 read 400 Not Found
# expect: refused
# expect: No module named 'http.clients'
# expect: No module named 'urllib.request'
