"""literal_eval(): text to plain values."""

__incomplete__ = True  # classes of nodes: names without values


def literal_eval(node_or_string):
    import json
    import re

    text = node_or_string.strip()
    bare = re.sub(r"'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"", "", text)
    names = set(re.findall(r"[A-Za-z_]\w*", re.sub(r"\d[\w.]*", "", bare))) - {"None", "True", "False", "b", "r", "u", "set", "e", "j"}
    if names or re.search(r"[\w\])]\s*\(", bare.replace("set()", "")) or "[" in bare and re.search(r"[\w)\]}]\s*\[", bare):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    return eval(text, {"__builtins__": {"set": set}})
