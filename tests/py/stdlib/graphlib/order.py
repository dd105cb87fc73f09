from graphlib import TopologicalSorter, CycleError
print(list(TopologicalSorter({"d": {"b", "c"} and ["b", "c"], "b": ["a"], "c": ["a"]}).static_order()))
t = TopologicalSorter(); t.add("b", "a"); t.prepare(); print(t.get_ready(), t.is_active()); t.done("a"); print(t.get_ready()); t.done("b"); print(t.is_active())
try:
    list(TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except CycleError as e:
    print(e.args[0], len(e.args[1]))
