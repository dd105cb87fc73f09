# The right side first, then targets from left to right.
def log(x, name):
    print(name, end=" ")
    return x


log([0, 0], "target")[log(0, "index")] = log(5, "value")
print()
log({}, "d1")[log("a", "k1")], log({}, "d2")[log("b", "k2")] = log((1, 2), "values")
print()
x = [1, 2]
x[log(0, "i")] += log(10, "add")
print(x)
print({log(1, "ka"): log(2, "va"), log(3, "kb"): log(4, "vb")})
