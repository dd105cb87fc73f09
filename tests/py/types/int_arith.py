vals = [0, 1, -1, 7, -7, 2**31, 2**63 - 1, -2**63, 2**63, 2**64 + 3, -2**100, True]
for a in vals:
    for b in vals:
        row = [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b, a >= b]
        if b:
            row += [a // b, a % b, divmod(a, b), a / b]
        print(a, b, row)
    print(-a, +a, ~a, abs(a), hash(a), a << 3, a >> 2, a << 65, a >> 70, bool(a), a.bit_length())
