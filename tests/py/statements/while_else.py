# while ... else runs when no break happened.
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n)
else:
    print("done")
while True:
    break
else:
    print("never")
while False:
    pass
else:
    print("at once")
i = 0
while i < 3:
    j = 0
    while j < 3:
        if j == 2:
            break
        j += 1
    else:
        print("inner never")
    i += 1
else:
    print("outer done", i, j)
