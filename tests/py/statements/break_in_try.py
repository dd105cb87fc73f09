# break, continue and return through finally.
def f():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "end"


def g():
    try:
        return "try"
    finally:
        print("cleanup")


def h():
    while True:
        try:
            return 1
        finally:
            break
    return 2


def k():
    for _ in [1]:
        try:
            raise ValueError
        finally:
            continue
    return "swallowed"


def m():
    try:
        return "a"
    finally:
        return "b"


print(f(), g(), h(), k(), m())
