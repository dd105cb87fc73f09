# & | ^ ~ of negative and big numbers, as endless two's complement.
for a in (0, 5, -5, 2**70, -(2**70) - 1, True):
    for b in (3, -3, 2**69 + 1, -(2**65), False):
        print(a & b, a | b, a ^ b, end=" ; ")
    print(~a)
print(True & False, True | False, True ^ True, type(True & True), type(True & 1), ~True == -2)
