# for ... else, break and continue, the loop variable afterwards.
for i in range(3):
    if i == 5:
        break
else:
    print("no break", i)
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print(i)
for i in []:
    pass
else:
    print("empty", i)
for x in "ab":
    for y in "cd":
        if y == "d":
            continue
        print(x, y)
    else:
        continue
    break
for i in range(3):
    i = i * 10
    print(i, end=" ")
print()
