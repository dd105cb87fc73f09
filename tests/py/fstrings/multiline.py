# Expressions over several lines, comments inside.
x = 3
print(f"{
    x  # a comment
    + 1
}", f"""{
    x
}
second {x
:>5}""")
print(f'''{
[
    i * 2
    for i in range(x)
]}''')
