# Names and values of an enum, as columns want them.
import enum


class Status(str, enum.Enum):
    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"

    @classmethod
    def choices(cls):
        return [(m.value, m.name.replace("_", " ").title()) for m in cls]


values_callable = lambda obj: [e.value for e in obj]
print(values_callable(Status), [s.name for s in Status], Status.choices())
print(Status("draft") is Status.DRAFT, Status["IN_REVIEW"].value, Status.DRAFT == "draft", f"{Status.DRAFT}", str(Status.DRAFT), "%s" % Status.DRAFT)
print("', '".join(Status), ", ".join(repr(s.value) for s in Status), {s: i for i, s in enumerate(Status)}[Status.PUBLISHED])
for value in ("nope", None, "DRAFT"):
    try:
        Status(value)
    except ValueError as e:
        print(e)
old, new = {"a", "draft"}, {s.value for s in Status}
print(sorted(old - new), sorted(new - old), sorted(new & old))
