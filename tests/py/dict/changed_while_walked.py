"""a dict or set that changes size while it is walked"""
def t(name, f):
    try:
        print(name, f())
    except RuntimeError as e:
        print(name, "RuntimeError", e)


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def shrink():
    d = {1: 1, 2: 2, 3: 3}
    for k in d:
        del d[k]


def replace_value():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = k * 10
    return d


def delete_last():
    d = {1: 1, 2: 2}
    out = []
    for k in d:
        out.append(k)
        if k == 2:
            d[3] = 3
            break
    return out


def values():
    d = {1: 1}
    for v in d.values():
        d[v + 1] = v + 1


def items():
    d = {1: 1}
    return [d.update({k + 1: v}) for k, v in d.items()]


def a_set():
    s = {1, 2}
    for x in s:
        s.add(x + 10)


def set_shrinks():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)


def copy_is_fine():
    d = {1: 1, 2: 2}
    for k in list(d):
        del d[k]
    return d


def iterator_after():
    d = {1: 1}
    it = iter(d)
    d[2] = 2
    return next(it)


def same_size():
    d = {1: 1, 2: 2}
    out = []
    for k in d:
        out.append(k)
        if len(out) > 5:
            return "many"
        del d[k]
        d[k + 10] = 1
    return out


def lists_may():
    out = []
    l = [1, 2, 3]
    for x in l:
        out.append(x)
        if x < 3:
            l.append(x + 5)
        if len(out) > 10:
            break
    return out, l


def list_shrinks():
    l = [1, 2, 3, 4, 5, 6]
    for x in l:
        l.remove(x)
    return l


for f in (grow, shrink, replace_value, delete_last, values, items, a_set, set_shrinks, copy_is_fine, iterator_after, lists_may, list_shrinks):
    t(f.__name__, f)
