# Repeating text: negative counts, bools, huge results.
print("ab" * 3, 3 * "ab", repr("ab" * 0), repr("ab" * -1), "a" * True, repr("" * 10**18))
for count in [10**18, 2**70, 1.5, "2", None]:
    try:
        print(len("ab" * count))
    except (MemoryError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
