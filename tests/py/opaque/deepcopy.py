from copy import copy, deepcopy

import nh3

allowed = deepcopy({"tags": nh3.ALLOWED_TAGS, "more": [copy(nh3.X)]})
print(sorted(allowed), allowed["tags"] is nh3.ALLOWED_TAGS or "another")
# expect: ['more', 'tags'] another
