"""names deleted, not yet bound, free in closures, in classes and comprehensions"""
def t(f):
    try:
        print(f.__name__, f())
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def unbound():
    print(x)
    x = 1


def deleted():
    x = 1
    del x
    return x


def deleted_twice():
    x = 1
    del x
    del x


def free_unbound():
    def inner():
        return x
    inner()
    x = 1


def free_deleted():
    x = 1
    def inner():
        return x
    del x
    return inner()


def nonlocal_deleted():
    x = 1
    def inner():
        nonlocal x
        del x
    inner()
    return x


def except_name():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


def loop_name():
    for i in []:
        pass
    return i


def global_missing():
    global never_there
    return never_there


def delete_global_missing():
    global never_there
    del never_there


def class_scope():
    x = "outer"
    class A:
        x = x + " copied" if False else "own"
        y = [x for _ in range(1)]
        z = (lambda: x)()
    return A.x, A.y, A.z


def class_unbound():
    class A:
        print(never_there_either)
    return A


def comprehension_leak():
    [q for q in range(3)]
    return q


def walrus_leak():
    [(last := q) for q in range(3)]
    return last


def default_early(x=[]):
    x.append(1)
    return x


def augmented():
    n += 1


def conditional():
    if False:
        v = 1
    return v


for f in (unbound, deleted, deleted_twice, free_unbound, free_deleted, nonlocal_deleted, except_name, loop_name, global_missing, delete_global_missing, class_scope, class_unbound, comprehension_leak, walrus_leak, default_early, default_early, augmented, conditional):
    t(f)
