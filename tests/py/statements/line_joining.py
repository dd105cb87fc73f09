# Lines joined by backslash, brackets, and comments in between.
total = 1 + \
    2 + \
    3
values = [
    1,  # one
    2,

    # three comes later
    3,
]
text = ("a"
        "b"  # joined
        "c")
if total == 6 and \
   len(values) == 3:
    print(total, values, text)
print(
    total
    if total > 5
    else values
)
d = {
    "k":
        1,
}
print(d
      ["k"])
