from enum import Enum
class Status(str, Enum):
    ACTIVE = "active"
    GONE = "gone"
print(Status.ACTIVE, str(Status.ACTIVE), repr(Status.ACTIVE), Status.ACTIVE == "active", f"{Status.ACTIVE}", format(Status.ACTIVE, ">10"), "%s" % Status.ACTIVE, Status("gone"), [s.value for s in Status], {Status.ACTIVE: 1}["active"], "-".join([Status.ACTIVE, Status.GONE]), Status.ACTIVE.upper(), len(Status.GONE))
import json
print(json.dumps({"s": Status.ACTIVE}), json.dumps([Status.GONE]))
