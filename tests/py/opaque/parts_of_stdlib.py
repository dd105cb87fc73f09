# Parts of the standard library that are not built in: named and subclassed, as any other module.
import http.client
import urllib.request
from contextvars import ContextVar, Token
from html.parser import HTMLParser
from http import HTTPStatus
from http.cookies import SimpleCookie
from typing import Optional


class Links(HTMLParser):
    found: Optional[Token["Links"]] = None
    current: ContextVar[int] = ContextVar("current")


def fetch(connection: http.client.HTTPConnection) -> SimpleCookie:
    return urllib.request.urlopen("http://x")


print(Links.found, HTTPStatus.OK.value, fetch.__name__)
try:
    import http.clients
except ImportError as problem:
    print(problem)
try:
    from http.cookies import Morsel
except ImportError as problem:
    print("as if it were not there")
# expect: None 200 fetch
# expect: No module named 'http.clients'
# expect: as if it were not there
