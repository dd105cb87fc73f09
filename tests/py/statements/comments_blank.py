# Comments and blank lines of all kinds.

  # an indented comment at the top


def f():
    # first

# at column zero inside a body
    x = 1
        # deeper

    return x  # end
#	tab


if f():

    print("a")  # x

    # between
    print("b")
else:
    # nothing but this and pass
    pass
print("#not a comment", '# nor this')
# last line without an end
