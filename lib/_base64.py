"""The rarer encodings of base64."""

import binascii

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")
    return bytes(s)


def _data(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"memoryview: a bytes-like object is required, not {type(s).__name__!r}")
    return bytes(s)


def _to_32(s, alphabet):
    s, out = _data(s), []
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        number = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        keep = (2, 4, 5, 7, 8)[len(chunk) - 1]
        out.append(bytes(alphabet[number >> 5 * k & 31] for k in range(7, -1, -1))[:keep] + b"=" * (8 - keep))
    return b"".join(out)


def _from_32(s, alphabet, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.replace(b"0", b"O").replace(b"1", _bytes(map01))
    if casefold:
        s = s.upper()
    digits = s.rstrip(b"=")
    padding = len(s) - len(digits)
    out = []
    for i in range(0, len(digits), 8):
        group = digits[i:i + 8]
        number = 0
        for c in group:
            digit = alphabet.find(bytes([c]))
            if digit < 0:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | digit
        out.append((number << 5 * (8 - len(group))).to_bytes(5, "big")[:len(group) * 5 // 8])
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return b"".join(out)


def b32encode(s):
    return _to_32(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _from_32(s, _B32, casefold, map01)


def b32hexencode(s):
    return _to_32(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _from_32(s, _B32HEX, casefold)


# groups of four bytes as five digits of base 85
def _to_85(data, digits, pad=False, zero=None, spaces=None):
    missing = -len(data) % 4
    data, out = data + bytes(missing), []
    for i in range(0, len(data), 4):
        number = int.from_bytes(data[i:i + 4], "big")
        last = i + 4 == len(data)
        if zero and number == 0 and not (last and missing and not pad):
            out.append(zero)
        elif spaces and number == 0x20202020:
            out.append(spaces)
        else:
            group = []
            for _ in range(5):
                number, rest = divmod(number, 85)
                group.append(digits[rest])
            group = bytes(reversed(group))
            out.append(group[:5 - missing] if last and missing and not pad else group)
    return b"".join(out)


def b85encode(b, pad=False):
    return _to_85(_data(b), _B85, pad)


def b85decode(b):
    b = _bytes(b)
    missing = -len(b) % 5
    b, out = b + b"~" * missing, []
    for i in range(0, len(b), 5):
        number = 0
        for k, c in enumerate(b[i:i + 5]):
            digit = _B85.find(bytes([c]))
            if digit < 0:
                raise ValueError(f"bad base85 character at position {i + k}")
            number = number * 85 + digit
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        out.append(number.to_bytes(4, "big"))
    data = b"".join(out)
    return data[:-missing] if missing else data


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    digits = bytes(range(33, 118))
    data = _to_85(_data(b), digits, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        data = b"<~" + data
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [data[i:i + wrapcol] for i in range(0, len(data), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        data = b"\n".join(lines)
    return data + b"~>" if adobe else data


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, group = [], []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            group.append(c - 33)
            if len(group) == 5:
                number = 0
                for digit in group:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out.append(number.to_bytes(4, "big"))
                group = []
        elif c == 122 or foldspaces and c == 121:
            if group:
                raise ValueError(f"{'z' if c == 122 else 'y'} inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0" if c == 122 else b"    ")
        elif c not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(c)}")
    data, padding = b"".join(out), 4 - len(group)
    return data[:-padding] if padding else data


def _strict_data(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    return s


def decodebytes(s):
    return binascii.a2b_base64(_strict_data(s))


def encodebytes(s):
    _strict_data(s)
    s = _data(s)
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def encode(input, output):
    while data := input.read(57):
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)
