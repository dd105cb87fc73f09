# Loop else together with try, with and nested loops; state machines.
def find(items, wanted):
    for i, item in enumerate(items):
        try:
            if int(item) == wanted:
                break
        except ValueError:
            continue
    else:
        return None
    return i


print(find(["a", "1", "2"], 2), find(["x"], 1), find([], 1))


def retry(results):
    it = iter(results)
    attempts = 0
    while attempts < 3:
        attempts += 1
        try:
            r = next(it)
            if isinstance(r, Exception):
                raise r
        except ValueError as e:
            print("attempt", attempts, "failed", e)
            continue
        except StopIteration:
            break
        else:
            return r, attempts
        finally:
            print("after", attempts)
    else:
        return "gave up", attempts
    return "ran out", attempts


print(retry([ValueError("a"), 5]), retry([ValueError(1), ValueError(2), ValueError(3)]), retry([]))


def machine(text):
    state, tokens, current = "start", [], ""
    for ch in text + "\0":
        match state, ch:
            case "start", c if c.isdigit():
                state, current = "number", c
            case "start", c if c.isalpha():
                state, current = "word", c
            case "number", c if c.isdigit():
                current += c
            case "word", c if c.isalnum():
                current += c
            case ("number" | "word"), _:
                tokens.append((state, current))
                state = "start"
            case _:
                pass
    return tokens


print(machine("12 ab3+45"))
primes = []
n = 2
while len(primes) < 10:
    for p in primes:
        if n % p == 0:
            break
    else:
        primes.append(n)
    n += 1
print(primes)
i = 0
while (i := i + 1) < 5:
    if i == 3: continue
    print(i, end=",")
else:
    print("else")
