# opaque_connection.sh -- models that cannot be imported: what a migration would do with them is not passed over.
new_project
new_revision a1a1 - "first" <<'PY'
from elsewhere.models import Base, setup
setup(echo=True)
Base.metadata.create_all(bind=op.get_bind(), checkfirst=True)
---
PY
run retort upgrade head
run retort upgrade head --sql
