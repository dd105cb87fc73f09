# list.reverse works in place and gives None; reversed gives an iterator that sees changes.
a = [1, 2, 3, 4]
print(a.reverse(), a)
r = reversed(a)
print(next(r), r.__length_hint__())
a.append(9)
print(list(r), list(reversed([])), list(r))
a.clear()
print(list(reversed(a)))
