# Modules that are not available: named, called, decorating, subclassed; using a value is the error.
import fastapi_like
from fastapi_like import FastAPI, Depends
import telemetry_like.trace as trace

app = FastAPI(title="x")


@app.get("/x")
def endpoint(db=Depends(lambda: 1)):
    return 5


@fastapi_like.register
class Registered:
    value = 3


class Sub(fastapi_like.APIRouter, some=1):
    def hi(self):
        return "hi"


def annotated(request: fastapi_like.Request | None, items: FastAPI[int]) -> "x":
    return request


print(endpoint(), Registered.value, Sub(1, 2).hi(), app is not None, repr(app))
try:
    import numpy_like
except ImportError as e:
    print("no", e)
try:
    from numpy_like.sub import x
except (ImportError, KeyError) as e:
    print("no", e)
with trace.start_span("x") as span:
    print("in span")
app.state.db = 5
for use in (lambda: [*app], lambda: app > 1, lambda: str(app), lambda: len(app), lambda: app == 1,
            lambda: app["k"], lambda: f"{trace.name}", lambda: [*app], lambda: 1 in app):
    try:
        use()
    except ImportError as e:
        print(e)
