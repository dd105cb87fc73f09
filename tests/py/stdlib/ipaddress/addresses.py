import ipaddress as i
a = i.ip_address("192.168.0.1"); b = i.ip_address("2001:db8::1")
print(a, repr(a), int(a), a.is_private, a.version, a + 1, a.packed, b, b.exploded, b.compressed, b.is_global, i.ip_address("::ffff:1.2.3.4").ipv4_mapped, a < i.ip_address("192.168.0.2"), i.IPv4Address(1), a.reverse_pointer, i.ip_address("127.0.0.1").is_loopback, i.ip_address("0:0:0:1:0:0:0:1"), i.ip_address("::"), hash(a) == hash(i.ip_address("192.168.0.1")))
for bad in ("1.2.3", "1.2.3.256", "a", "1.2.3.04", "::1::", ""):
    try:
        i.ip_address(bad)
    except ValueError as e:
        print(e)
try:
    i.IPv4Address("1.2.3.x")
except i.AddressValueError as e:
    print(e)
