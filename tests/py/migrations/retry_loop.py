# Loops with else, retries with a growing delay, errors collected.
import time


class Flaky:
    def __init__(self, failures):
        self.left = failures

    def __call__(self):
        if self.left:
            self.left -= 1
            raise ConnectionError(f"{self.left} left")
        return "done"


def retry(call, attempts=3):
    errors = []
    for attempt in range(1, attempts + 1):
        try:
            result = call()
        except (ConnectionError, TimeoutError) as e:
            errors.append(e)
            time.sleep(0)
            continue
        else:
            break
    else:
        raise RuntimeError(f"failed {attempts} times") from errors[-1]
    return result, attempt, len(errors)


for failures in (0, 2, 5):
    try:
        print(retry(Flaky(failures)))
    except RuntimeError as e:
        print(e, "|", e.__cause__, "|", type(e.__cause__).__mro__[1].__name__)
