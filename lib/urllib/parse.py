"""URLs taken apart and put together, as texts and as ASCII bytes."""

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_HEX = frozenset(b"0123456789abcdefABCDEF")
_BLANK = "".join(map(chr, range(33)))
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
               "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp",
                 "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]


# --- escapes


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else [c for c in safe if c < 128]
    allowed = _SAFE.union(safe)
    return "".join([chr(c) if c in allowed else f"%{c:02X}" for c in bs])


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *parts = string.split(b"%")
    out = [first]
    for part in parts:
        if len(part) >= 2 and part[0] in _HEX and part[1] in _HEX:
            out.append(bytes([int(part[:2], 16)]))
            out.append(part[2:])
        else:
            out.append(b"%")
            out.append(part)
    return b"".join(out)


def _ascii_runs(text):
    """Pieces of a text, of which every second one is ASCII, the first is not."""
    pieces, start, ascii = [], 0, False
    for at, c in enumerate(text):
        if (c < "\x80") != ascii:
            pieces.append(text[start:at])
            start, ascii = at, not ascii
    pieces.append(text[start:])
    return pieces


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    return "".join([unquote_to_bytes(piece).decode(encoding, errors) if at % 2 else piece
                    for at, piece in enumerate(_ascii_runs(string))])


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# --- texts or bytes: what came in decides what goes out


def _same(result):
    return result


def _encoded(result):
    return result.encode("ascii", "strict")


def _as_texts(first, *rest):
    """The arguments as texts, then what makes the result of the kind that they were."""
    is_text = isinstance(first, str)
    for other in rest:
        if other and isinstance(other, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return first, *rest, _same
    return *[part.decode("ascii", "strict") if part else "" for part in (first, *rest)], _encoded


_RESULTS = ["DefragResult", "SplitResult", "ParseResult", "DefragResultBytes", "SplitResultBytes", "ParseResultBytes"]


def __getattr__(name):
    """The classes of results are made when they are asked for: most scripts want an escape, no URL taken apart."""
    if name not in _RESULTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from urllib import _results
    for each in _RESULTS:
        globals()[each] = getattr(_results, each)
    return globals()[name]


# --- apart


def _check_bracketed(host):
    if host.startswith("v"):
        version, dot, rest = host[1:].partition(".")
        if not (version and dot and rest and all(ord(c) in _HEX for c in version)) or "\n" in rest:
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress
    address, percent, zone = host.partition("%")
    if percent and ":" in address and zone and "%" not in zone:
        host = address
    if ipaddress.ip_address(host).version == 4:
        raise ValueError("An IPv4 address cannot be in brackets")


def _check_netloc(netloc):
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if "[" in netloc:
        _check_bracketed(netloc.partition("[")[2].partition("]")[0])


def _check_normal_form(netloc):
    """A letter may stand for others of which one ends a netloc."""
    if netloc.isascii():
        return
    import unicodedata
    bare = "".join([c for c in netloc if c not in "@:#?"])
    normal = unicodedata.normalize("NFKC", bare)
    if normal != bare and any(c in normal for c in "/?#@:"):
        raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


def urlsplit(url, scheme="", allow_fragments=True):
    hash(url), hash(scheme)  # CPython keeps results by their arguments: what has no hash is refused
    url, scheme, finished = _as_texts(url, scheme)
    url, scheme = url.lstrip(_BLANK), scheme.strip(_BLANK)
    for c in "\t\r\n":
        url, scheme = url.replace(c, ""), scheme.replace(c, "")
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isascii() and head[0].isalpha() and all([c in scheme_chars for c in head]):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min([at for at in [url.find(c, 2) for c in "/?#"] if at >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        _check_netloc(netloc)
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    _check_normal_form(netloc)
    from urllib._results import SplitResult
    return finished(SplitResult(scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, finished = _as_texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    at = path.find(";", max(path.rfind("/"), 0)) if scheme in uses_params else -1
    if at >= 0:
        path, params = path[:at], path[at + 1:]
    from urllib._results import ParseResult
    return finished(ParseResult(scheme, netloc, path, params, query, fragment))


def urldefrag(url):
    from urllib._results import DefragResult
    url, finished = _as_texts(url)
    if "#" not in url:
        return finished(DefragResult(url, ""))
    *parts, fragment = urlparse(url)
    return finished(DefragResult(urlunparse((*parts, "")), fragment))


# --- together


def urlunsplit(components):
    scheme, netloc, url, query, fragment, finished = _as_texts(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return finished(url)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, finished = _as_texts(*components)
    return finished(urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment)))


def _path_from(base, path):
    if path[:1] == "/":
        steps = path.split("/")
    else:
        start = base.split("/")
        steps = (start if start[-1] == "" else start[:-1]) + path.split("/")
        steps[1:-1] = [step for step in steps[1:-1] if step]
    way = []
    for step in steps:
        if step == "..":
            way[-1:] = []
        elif step != ".":
            way.append(step)
    if steps[-1] in (".", ".."):
        way.append("")
    return "/".join(way) or "/"


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, finished = _as_texts(base, url)
    from_ = urlparse(base, "", allow_fragments)
    to = urlparse(url, from_.scheme, allow_fragments)
    if to.scheme != from_.scheme or to.scheme not in uses_relative:
        return finished(url)
    if to.scheme in uses_netloc:
        if to.netloc:
            return finished(urlunparse(to))
        to = to._replace(netloc=from_.netloc)
    if to.path or to.params:
        to = to._replace(path=_path_from(from_.path, to.path))
    else:
        to = to._replace(path=from_.path, params=from_.params, query=to.query or from_.query)
    return finished(urlunparse(to))


# --- queries


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    qs, finished = _as_texts(qs)
    separator, _ = _as_texts(separator)
    if not separator:
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((finished(unquote_plus(name, encoding, errors)),
                          finished(unquote_plus(value, encoding, errors))))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def _pairs_of(query):
    if hasattr(query, "items"):
        return query.items()
    try:
        if len(query) and not isinstance(query[0], tuple):
            raise TypeError
    except TypeError as error:
        raise TypeError("not a valid non-string sequence or mapping object") from error
    return query


def _values_of(value):
    if isinstance(value, (str, bytes)):
        return [value]
    try:
        len(value)
    except TypeError:
        return [value]
    return value


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def quoted(part):
        if isinstance(part, bytes):
            return quote_via(part, safe)
        return quote_via(str(part), safe, encoding, errors)

    out = []
    for name, value in _pairs_of(query):
        name = quoted(name)
        for one in _values_of(value) if doseq else [value]:
            out.append(name + "=" + quoted(one))
    return "&".join(out)


def unwrap(url):
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url
