# A long chain of yield from.
def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(sum(chain(200)), list(chain(3)))
g = chain(50)
print(next(g), next(g))
g.close()
print(list(g))
