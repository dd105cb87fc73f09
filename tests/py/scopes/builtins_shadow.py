# Builtins can be shadowed and come back.
def f():
    len = lambda x: "mine"
    return len([])


print(f(), len([]))
list_ = list
list = 5
print(list)
del list
print(list("ab"))
import builtins

builtins.my_own = "everywhere"
print(my_own)
del builtins.my_own
try:
    my_own
except NameError as e:
    print(e)
print(__builtins__ is builtins or isinstance(__builtins__, dict), builtins.len is len)
