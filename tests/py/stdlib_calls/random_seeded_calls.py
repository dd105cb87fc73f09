# random seeded: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    '(random.seed(1), random.random())[1]',
    '(random.seed(1), random.randint(1, 100))[1]',
    "(random.seed('x'), random.choice('abc'))[1]",
    '(random.seed(2), random.sample(range(10), 3))[1]',
    '(random.seed(3), random.shuffle(l := [1,2,3,4]), l)[2]',
    "(random.seed(4), random.choices('ab', k=5))[1]",
    '(random.seed(5), random.uniform(1, 2))[1]',
    '(random.seed(6), random.gauss(0, 1))[1]',
    'random.Random(7).getrandbits(40)',
    'random.Random(8).randbytes(4)',
    'random.choice([])',
    'random.sample([1], 5)',
    'random.randint(5, 1)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
