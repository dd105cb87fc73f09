# A text that could not be held is refused before memory is filled with its beginning.
try:
    " ".join(["a" * 10**6] * 10**6)
except MemoryError:
    print("MemoryError")
# expect: MemoryError
