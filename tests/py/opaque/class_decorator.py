import strawberry
@strawberry.type
class A:
    x: int = 5
print(A.x)
