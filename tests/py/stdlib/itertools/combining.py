from itertools import *
import operator
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(zip_longest("ab", "xyz", fillvalue="-")), list(compress("abcd", [1, 0, 1])), list(pairwise("abc")), list(pairwise("a")), list(batched("abcde", 2)), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([2, 3, 4], operator.mul)), list(accumulate([])), list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, ""])))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(permutations("abc", 2)), list(permutations([1, 2])), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), list(combinations("a", 3)), list(product("ab", [])))
