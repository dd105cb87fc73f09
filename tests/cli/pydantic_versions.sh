# pydantic_versions.sh -- models of a project that asks for pydantic 1, where Optional need not be given.
cat >models.py <<'EOF'
from typing import Optional
from pydantic import BaseModel, ValidationError


class Limits(BaseModel):
    cpu: Optional[str]
    name: str = None
    count: int


try:
    print(Limits(count=1), Limits(count=2, name=None, cpu="x"))
    Limits()
except ValidationError as e:
    print([error["loc"] for error in e.errors()])
EOF
printf '[project]\nname = "x"\ndependencies = ["pydantic>=1.10,<2"]\n' >pyproject.toml
run_stdout retort run models.py
printf '[project]\nname = "x"\ndependencies = ["pydantic>=2"]\n' >pyproject.toml
run_stdout retort run models.py
