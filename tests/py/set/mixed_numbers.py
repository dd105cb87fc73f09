# Numbers that are equal are one element; the first one stays.
print({1, 1.0, True}, {0, False, 0.0, -0.0}, {True, 1}, {1.0, 1}, 1.0 in {1}, True in {1.0}, {2**70, 2.0**70})
nan = float("nan")
print(len({nan, nan}), nan in {nan})
