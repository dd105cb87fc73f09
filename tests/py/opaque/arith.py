import a1
tags = a1.N + ["b"]
both = 2 * a1.N - 1, a1.N % 5 | a1.M
print(len(both))
print("%s" % tags)
# expect: 2
# error: 5:7 ImportError: `a1.N` comes from module 'a1'
