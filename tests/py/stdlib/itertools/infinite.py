from itertools import count, cycle, repeat, islice
print(list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(map(pow, [2, 3], repeat(2))), list(islice(count(0.5), 2)), count(3), repeat(1, 2), list(islice(count(10, -1), 3)))
