# Chains: each operand once, stopping early.
def v(x):
    print(x, end=" ")
    return x


print(v(1) < v(2) < v(3), v(3) < v(2) < v(1), v(1) == v(1) != v(2) > v(0), v(1) in v([1]) in v([[1]]), v(1) is not v(None) is v(None))
print(1 < 2 > 1, 1 < 3 < 2, (1 < 3) < 2, 1 == 1.0 == True, "a" < "b" <= "b" != "c", 5 > 4 > 3 > 2 > 1, 0 <= 0 < 1)
