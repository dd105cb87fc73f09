# '#' puts a point into numbers that are written as repr() writes them, too.
import itertools
for x in (1e-7, 1e16, 1.5e-7, 5.0, 0.0, -1e22, 1e100, 123456.789, float("inf"), float("nan"), 2e-5, 1):
    for spec in ("#", "+#012", "#.3", "#.1", "#g", "#e", "#,", "#20", "#_.4", "#.0f", "#%"):
        try: print(x, spec, format(x, spec))
        except ValueError as e: print(x, spec, e)
