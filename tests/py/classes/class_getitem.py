# __class_getitem__ makes Class[item].
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __getitem__(self, item):
        return "instance " + str(item)


class Sub(Box): pass


print(Box[int], Sub["x"], Box()[1], Box[1, 2])
for code in ["int[str]", "object[int]", "class X: pass\nX[int]", "len[int]", "5[int]"]:
    try:
        exec(code)
    except TypeError as e:
        print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[int][()] if False else set[int])
