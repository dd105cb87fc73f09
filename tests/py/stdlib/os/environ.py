import os
os.environ["RT_A"] = "1"
print(os.environ["RT_A"], os.getenv("RT_A"), os.getenv("RT_NONE"), os.getenv("RT_NONE", "d"), os.environ.get("RT_NONE", 5), "RT_A" in os.environ, os.environ.pop("RT_A"), "RT_A" in os.environ, os.environ.pop("RT_A", None), os.environ.setdefault("RT_B", "x"))
try:
    os.environ["RT_NONE"]
except KeyError as e:
    print("KeyError", e)
for bad in (lambda: os.environ.__setitem__("A", 1), lambda: os.environ.update({"x": None}), lambda: os.environ.__setitem__(1, "a")):
    try:
        bad()
    except TypeError as e:
        print(e)
os.environ.update(RT_C="3"); del os.environ["RT_C"]; print(os.environ.get("RT_C"), type(os.environ.copy()), os.path.expandvars("$RT_B/${RT_B}/$RT_NONE"))
