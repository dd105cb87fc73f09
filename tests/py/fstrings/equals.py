# The = form shows its source as written.
x, y = 5, "a"
print(f"{x=} {x = } {x=!s} {y=} {y=!s} {x=:>4} {x + 1=} {y.upper()=} {  x  =} {x=!r:^5} {(x)=} {y[0]=}", f"{x=}{y=}")
print(f"{x
=}")
