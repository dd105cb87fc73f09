# What __getitem__ receives from every form of subscript.
class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[:], s[::], s[1:2:3], s[1, 2], s[1:2, 3], s[...], s[..., 1], s[()], s[(1, 2)], s[1,], s[*[1, 2]], s[*[1], 2:3], s[None:None:None], s["a":"b"], s[lambda: 0].__name__ if False else 0)
s[1:2] = 3
s[1, ::2] = [4]
s[*"ab"] = 0
del s[:], s[1, 2]
s[0] = s[1] = 7
