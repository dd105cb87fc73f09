import random
r = random.Random("seed text")
r.gauss(0, 1)
state = r.getstate()
print(type(state), len(state), state[0], len(state[1]), state[2])
first = [r.random(), r.gauss(0, 1), r.randint(0, 99)]
r.setstate(state)
print(first == [r.random(), r.gauss(0, 1), r.randint(0, 99)])
random.seed(1); s = random.getstate(); a = random.random(); random.setstate(s); print(a == random.random(), s[1][:3], s[1][-1])
for bad in ((9, (), None), (3, (1, 2), None)):
    try:
        r.setstate(bad)
    except ValueError as e:
        print(e)
