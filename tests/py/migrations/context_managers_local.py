# Context managers a migration writes for itself.
from contextlib import ExitStack, contextmanager, nullcontext, suppress

log = []


@contextmanager
def disabled(trigger):
    log.append(f"ALTER TABLE t DISABLE TRIGGER {trigger}")
    try:
        yield trigger.upper()
    except KeyError as e:
        log.append(f"saw {e!r}")
        raise
    finally:
        log.append(f"ALTER TABLE t ENABLE TRIGGER {trigger}")


with disabled("audit") as name:
    log.append(name)
try:
    with disabled("a"), disabled("b"):
        {}["x"]
except KeyError as e:
    log.append(f"outside {e}")
with ExitStack() as stack:
    names = [stack.enter_context(disabled(t)) for t in ("x", "y")]
    stack.callback(log.append, "callback")
with suppress(ZeroDivisionError), nullcontext(5) as n:
    1 / 0
log.append(n)
print("\n".join(map(str, log)))
