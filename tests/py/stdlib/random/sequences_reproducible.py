import random
random.seed(2024)
print(random.choice("abcdef"), random.sample(range(1000), 5), random.sample(list("abcdefghij"), 10), random.choices("xyz", k=6))
print(random.choices(["a", "b", "c"], weights=[5, 1, 1], k=8), random.choices([1, 2, 3], cum_weights=[1, 2, 10], k=5))
deck = list(range(20)); random.shuffle(deck); print(deck)
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.sample(range(10 ** 9), 3))
for call in (lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1, 2], weights=[0, 0]), lambda: random.choices([1], 3),
             lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.sample([1, 2], counts=[1], k=1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
