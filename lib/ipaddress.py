"""Addresses and networks of IPv4 and IPv6."""


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _parse4(text):
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    number = 0
    for part in parts:
        if not part:
            raise AddressValueError(f"Empty octet not permitted in {text!r}")
        if not (part.isascii() and part.isdigit()):
            raise AddressValueError(f"Only decimal digits permitted in {part!r} in {text!r}")
        if len(part) > 3:
            raise AddressValueError(f"At most 3 characters permitted in {part!r} in {text!r}")
        if part != "0" and part[0] == "0":
            raise AddressValueError(f"Leading zeros are not permitted in {part!r} in {text!r}")
        if int(part) > 255:
            raise AddressValueError(f"Octet {int(part)} (> 255) not permitted in {text!r}")
        number = number << 8 | int(part)
    return number


def _parse6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        low = _parse4(parts.pop())
        parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if gaps:
        head, tail = parts[:gaps[0]], parts[gaps[0] + 1:]
        head = [] if head == [""] else head
        tail = [] if tail == [""] else tail
        if len(head) + len(tail) > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = head + ["0"] * (8 - len(head) - len(tail)) + tail
    elif len(parts) != 8:
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    number = 0
    for part in parts:
        if not part or any(c not in "0123456789abcdefABCDEF" for c in part):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        number = number << 16 | int(part, 16)
    return number


def _text4(n):
    return ".".join([str(n >> shift & 255) for shift in (24, 16, 8, 0)])


def _text6(n):
    words = [f"{n >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
    best = start = length = 0
    at = -1
    for i, word in enumerate(words + ["x"]):
        if word == "0":
            start, length = (i, 1) if not length else (start, length + 1)
        else:
            if length > best and length > 1:
                best, at = length, start
            length = 0
    if at < 0:
        return ":".join(words)
    return ":".join(words[:at]) + "::" + ":".join(words[at + best:])


class _Base:
    def __hash__(self):
        return hash((type(self).__name__, self._key()))

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __lt__(self, other):
        if self.version != getattr(other, "version", None):
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._key() < other._key()

    def __le__(self, other):
        return self == other or self < other

    def __gt__(self, other):
        return other < self

    def __ge__(self, other):
        return self == other or other < self

    def __repr__(self):
        return f"{type(self).__name__}('{self}')"

    @property
    def compressed(self):
        return str(self)


_PRIVATE4 = ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
             "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
             "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")
_PRIVATE6 = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
             "2001:10::/28", "fc00::/7", "fe80::/10")


class _Address(_Base):
    def __init__(self, address):
        if isinstance(address, int) and not isinstance(address, bool):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self.version} address")
            if address >> self.max_prefixlen:
                raise AddressValueError(
                    f"{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError(f"{address!r} (len {len(address)} != {self.max_prefixlen // 8}) is not "
                                        f"permitted as an IPv{self.version} address")
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = self._parse(text)

    def _key(self):
        return self._ip

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._text(self._ip)

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        return format(self._ip, spec)

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    def _within(self, *networks):
        return any(self in ip_network(one) for one in networks)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_global(self):
        return not self.is_private and not (self.version == 4 and self._within("100.64.0.0/10"))


class IPv4Address(_Address):
    version, max_prefixlen = 4, 32
    _parse, _text = staticmethod(_parse4), staticmethod(_text4)
    exploded = property(lambda self: str(self))
    is_private = property(lambda self: self._within(*_PRIVATE4))
    is_loopback = property(lambda self: self._within("127.0.0.0/8"))
    is_multicast = property(lambda self: self._within("224.0.0.0/4"))
    is_link_local = property(lambda self: self._within("169.254.0.0/16"))
    is_reserved = property(lambda self: self._within("240.0.0.0/4"))

    @property
    def reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv6Address(_Address):
    version, max_prefixlen = 6, 128
    _parse, _text = staticmethod(_parse6), staticmethod(_text6)
    is_private = property(lambda self: self._within(*_PRIVATE6))
    is_loopback = property(lambda self: self._ip == 1)
    is_multicast = property(lambda self: self._within("ff00::/8"))
    is_link_local = property(lambda self: self._within("fe80::/10"))
    is_site_local = property(lambda self: self._within("fec0::/10"))

    @property
    def exploded(self):
        return ":".join([f"{self._ip >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16)])

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None


class _Network(_Base):
    def __init__(self, address, strict=True):
        size = self.max_prefixlen
        if isinstance(address, tuple):
            base, mask = address
        elif isinstance(address, str) and "/" in address:
            base, _, mask = address.partition("/")
            if "/" in mask:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
        else:
            base, mask = address, size
        ip = self._kind(base)._ip
        self.prefixlen = self._prefix(str(mask))
        self._mask = (1 << size) - (1 << size - self.prefixlen)
        if ip & ~self._mask:
            if strict:
                raise ValueError(f"{self._kind(ip)}/{self.prefixlen} has host bits set")
            ip &= self._mask
        self.network_address = self._kind(ip)

    def _prefix(self, text):
        if text.isascii() and text.isdigit():
            if int(text) > self.max_prefixlen:
                raise NetmaskValueError(f"{text!r} is not a valid netmask")
            return int(text)
        try:
            mask = self._kind(text)._ip
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        size = self.max_prefixlen
        for length in range(size + 1):
            if mask in ((1 << size) - (1 << size - length), (1 << size - length) - 1):
                return length
        raise NetmaskValueError(f"{text!r} is not a valid netmask")

    version = property(lambda self: self._kind.version)
    max_prefixlen = property(lambda self: self._kind.max_prefixlen)
    netmask = property(lambda self: self._kind(self._mask))
    hostmask = property(lambda self: self._kind(self._mask ^ (1 << self.max_prefixlen) - 1))
    num_addresses = property(lambda self: 1 << self.max_prefixlen - self.prefixlen)
    with_prefixlen = property(lambda self: str(self))
    with_netmask = property(lambda self: f"{self.network_address}/{self.netmask}")
    is_private = property(lambda self: self.network_address.is_private and self.broadcast_address.is_private)
    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)

    @property
    def broadcast_address(self):
        return self._kind(self.network_address._ip + self.num_addresses - 1)

    def _key(self):
        return self.network_address._ip, self._mask

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def __contains__(self, other):
        if getattr(other, "version", None) != self.version or not isinstance(other, _Address):
            return False
        return other._ip & self._mask == self.network_address._ip

    def __iter__(self):
        start = self.network_address._ip
        return (self._kind(n) for n in range(start, start + self.num_addresses))

    def __getitem__(self, n):
        if not -self.num_addresses <= n < self.num_addresses:
            raise IndexError("address out of range")
        return self._kind(self.network_address._ip + n % self.num_addresses)

    def hosts(self):
        start, count = self.network_address._ip, self.num_addresses
        if count <= 2:
            return [self._kind(n) for n in range(start, start + count)]
        end = start + count - (self.version == 4)
        return (self._kind(n) for n in range(start + 1, end))

    def overlaps(self, other):
        return self.network_address in other or other.network_address in self

    def subnet_of(self, other):
        return other.prefixlen <= self.prefixlen and self.network_address in other

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        length = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        if length < self.prefixlen:
            raise ValueError("new prefix must be longer")
        if length > self.max_prefixlen:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        start = self.network_address._ip
        return (type(self)((n, length)) for n in range(start, start + self.num_addresses, 1 << self.max_prefixlen - length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        length = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        if length < 0:
            raise ValueError(f"current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return type(self)((self.network_address._ip, length), strict=False)


class IPv4Network(_Network):
    _kind = IPv4Address


class IPv6Network(_Network):
    _kind = IPv6Address


class _Interface:
    def __init__(self, address):
        base, _, mask = str(address).partition("/")
        super().__init__(base)
        self.network = self._network((base, mask or self.max_prefixlen), strict=False)

    def _key(self):
        return self._ip, self.network.prefixlen

    def __str__(self):
        return f"{self._text(self._ip)}/{self.network.prefixlen}"

    netmask = property(lambda self: self.network.netmask)
    with_prefixlen = property(lambda self: str(self))


class IPv4Interface(_Interface, IPv4Address):
    _network = IPv4Network
    ip = property(lambda self: IPv4Address(self._ip))


class IPv6Interface(_Interface, IPv6Address):
    _network = IPv6Network
    ip = property(lambda self: IPv6Address(self._ip))


def _either(four, six, value, what, **options):
    for kind in (four, six):
        try:
            return kind(value, **options)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{value!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    return _either(IPv4Address, IPv6Address, address, "address")


def ip_network(address, strict=True):
    return _either(IPv4Network, IPv6Network, address, "network", strict=strict)


def ip_interface(address):
    return _either(IPv4Interface, IPv6Interface, address, "interface")


def collapse_addresses(addresses):
    networks = sorted({one if isinstance(one, _Network) else ip_network(one) for one in addresses})
    changed = True
    while changed:
        changed, out = False, []
        for network in networks:
            if out and network.subnet_of(out[-1]):
                changed = True
            elif out and out[-1].prefixlen == network.prefixlen and out[-1] != network and (
                    out[-1].supernet() == network.supernet()):
                out[-1] = network.supernet()
                changed = True
            else:
                out.append(network)
        networks = out
    return iter(networks)
