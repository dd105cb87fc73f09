"""Names of sockets; opening one is refused without --allow network, and not part of this dialect with it."""

from _sandbox import check as _check

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_CLOEXEC, SOCK_NONBLOCK = 1, 2, 3, 0o2000000, 0o4000
SOL_SOCKET, SOL_TCP, SO_REUSEADDR, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = 1, 6, 2, 4, 6, 7, 8, 9
SO_REUSEPORT, SO_LINGER, SOMAXCONN = 15, 13, 4096
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_USER_TIMEOUT = 1, 4, 5, 6, 18
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPV6_V6ONLY = 0, 1, 6, 17, 41, 26
SHUT_RD, SHUT_WR, SHUT_RDWR, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL = 0, 1, 2, 2, 64, 256
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7F000001, 0xFFFFFFFF
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV = 1, 2, 4, 1024
EAI_AGAIN, EAI_FAIL, EAI_NONAME, EAI_SERVICE = -3, -4, -2, -8
has_ipv6 = True
error, timeout = OSError, TimeoutError
_default_timeout = None


class herror(OSError):
    pass


class gaierror(OSError):
    pass


def gethostname():
    import os

    return os.uname().nodename


def getfqdn(name=""):
    return name.strip() or gethostname()


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def htons(x):
    return (x & 0xFF) << 8 | x >> 8 & 0xFF


ntohs = htons


def htonl(x):
    return int.from_bytes((x & 0xFFFFFFFF).to_bytes(4, "little"), "big")


ntohl = htonl


def inet_aton(ip_string):
    return inet_pton(AF_INET, ip_string)


def inet_ntoa(packed_ip):
    return inet_ntop(AF_INET, packed_ip)


def inet_pton(address_family, ip_string):
    import ipaddress

    kind = ipaddress.IPv4Address if address_family == AF_INET else ipaddress.IPv6Address
    try:
        return kind(ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family, packed_ip):
    import ipaddress

    size, kind = (4, ipaddress.IPv4Address) if address_family == AF_INET else (16, ipaddress.IPv6Address)
    if len(packed_ip) != size:
        raise ValueError("invalid length of packed IP address string")
    return str(kind(bytes(packed_ip)))


def _refused(name):
    def refused(*args, **kwargs):
        _check(f"socket.{name}", "network")
        raise NotImplementedError(f"socket.{name}() is not part of this Python dialect: only the database is reached")

    refused.__name__ = refused.__qualname__ = name
    return refused


class socket:
    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        _refused("socket")()


SocketType = socket
for _name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr",
              "getnameinfo", "getservbyname", "getservbyport", "getprotobyname", "socketpair", "fromfd"):
    globals()[_name] = _refused(_name)
