import ipaddress as i
n = i.ip_network("10.0.0.0/29")
print(n, repr(n), n.netmask, n.hostmask, n.num_addresses, n.broadcast_address, list(n.hosts())[:2], i.ip_address("10.0.0.5") in n, n.prefixlen, list(n.subnets())[:1], n.supernet(), i.ip_network("10.0.0.1/8", strict=False), n.overlaps(i.ip_network("10.0.0.4/30")), n[1], n.subnet_of(i.ip_network("10.0.0.0/8")), i.ip_interface("10.0.0.1/24").network, i.ip_interface("10.0.0.1/24"), i.ip_network("::/64").num_addresses, list(i.collapse_addresses([i.ip_network("10.0.0.0/25"), i.ip_network("10.0.0.128/25")])), n.with_netmask)
for bad in ("10.0.0.1/8", "10.0.0.0/33", "x/2"):
    try:
        i.ip_network(bad)
    except ValueError as e:
        print(e)
