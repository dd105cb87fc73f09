# What decorates a class may give it a constructor that takes its fields.
import strawberry_of_others as strawberry


@strawberry.type
class Requirement:
    name: str
    is_required: bool = False


class Below(Requirement):
    pass


requirement = Requirement(name="key", is_required=True)
print(requirement.name, requirement.is_required, Below(name="x").name, Below().is_required)


class Plain:
    pass


try:
    Plain(name="x")
except TypeError as error:
    print(error)
# expect: key True x False
# expect: Plain() takes no arguments
