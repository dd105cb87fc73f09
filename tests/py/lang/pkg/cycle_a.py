a = "a"
from . import cycle_b

after = 1
