import timeit
print(timeit.timeit("x = 1", number=10) >= 0, len(timeit.repeat("pass", repeat=2, number=1)), timeit.Timer(lambda: None).timeit(1) >= 0, timeit.timeit("f(2)", globals={"f": abs}, number=1) > 0)
