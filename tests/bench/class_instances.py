# Small objects: __init__, attributes, methods, properties, a subclass, isinstance.
class Account:
    rate = 2

    def __init__(self, number, owner, balance=0):
        self.number = number
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    @property
    def label(self):
        return self.owner


class Savings(Account):
    def deposit(self, amount):
        return super().deposit(amount * self.rate)


def upgrade():
    total = 0
    for i in range(150000):
        account = Savings(i, "o") if i & 1 else Account(i, "p", 5)
        account.deposit(10)
        account.deposit(3)
        if isinstance(account, Savings) and account.label == "o":
            total += account.balance
    print(total)


upgrade()
