# json.sh -- --json of every listing command, checked against docs/json.md by a script, and shown once.
new_project
new_revision a1a1 - "first 첫 번째 \\\"quoted\\\"

more about it" <<<pass
new_revision b2b2 a1a1 "second" <<<pass
new_revision c3c3 a1a1 "third" <<<pass
sed -i "s/^branch_labels.*/branch_labels = ('side', 'aside')/" migrations/versions/c3c3_.py
put check.py <<'PY'
import json
import sys

TEXT, LIST, BOOL = (str,), (list,), (bool,)
REVISION = {
    "revision": TEXT, "down_revisions": LIST, "depends_on": LIST, "branch_labels": LIST, "next": LIST, "doc": TEXT,
    "long_doc": TEXT, "path": TEXT, "is_head": BOOL, "is_effective_head": BOOL, "is_base": BOOL, "is_branch_point": BOOL,
    "is_merge_point": BOOL, "is_current": BOOL,
}
STEP = {"operation": TEXT, "from": LIST, "to": LIST, "revision": TEXT, "doc": TEXT, "path": TEXT}
OBJECTS = {
    "heads": {"heads": REVISION}, "history": {"revisions": REVISION}, "show": {"revisions": REVISION},
    "branches": {"branches": REVISION}, "current": {"database": TEXT, "rows": None, "current": REVISION},
    "list_templates": {"templates": {"name": TEXT, "description": TEXT}},
    "upgrade": {"steps": STEP, "rows": None}, "downgrade": {"steps": STEP, "rows": None},
}


def check(value, shape, where):
    if isinstance(shape, dict):
        for item in value:
            assert list(item) == list(shape), (where, list(item))
            for key, kind in shape.items():
                assert isinstance(item[key], kind), (where, key, item[key])
    elif shape:
        assert isinstance(value, shape), (where, value)


command, file = sys.argv[1:]
with open(file, encoding="utf-8") as stream:
    found = json.load(stream)
assert list(found) == list(OBJECTS[command]), list(found)
for key, shape in OBJECTS[command].items():
    check(found[key], shape, key)
print(command, {key: len(value) for key, value in found.items()})
PY
checked() {
    must retort "$@" >out.json 2>/dev/null
    retort run check.py "$1" out.json
}
checked heads --json
checked history --json
checked history --json -r a1a1:c3c3
checked branches --json
checked show b2b2 --json
checked show heads --json
checked current --json
checked list_templates --json
checked upgrade heads --dry-run --json
must retort upgrade b2b2 2>/dev/null
checked current --json
checked history -i --json
checked downgrade base --dry-run --json
checked upgrade c3c3 --dry-run --json
run_stdout retort history --json -i -r b2b2:b2b2
run_stdout retort upgrade heads --dry-run --json
run_stdout retort show a1a1 --json
run_stdout retort current --json
