# A function that is not available may have a docstring; nobody knows what it says.
from actions_of_others import open_file

for line in open_file.__doc__.split("\n"):
    print(repr(line))
# expect: ''
