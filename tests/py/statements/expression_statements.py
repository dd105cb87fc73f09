# Expressions as statements: evaluated and dropped.
def log(x):
    print("log", x)
    return x


log(1)
log(2), log(3)
[log(4)]
log(5) and log(6)
"a string"
5
None
(log(7))
log(8) if log(0) else log(9)
lambda: log(10)
{log(11): 1}
print("done");
