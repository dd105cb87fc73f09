from sqlalchemy import Column, Index, Integer, Text, func
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Account(Base):
    __tablename__ = "account"
    id = Column(Integer, primary_key=True)
    code = Column(Text)
    name = Column(Text)


plain = Index("ix_code_name", Account.code, Account.name, unique=True)
sorted_ = Index("ix_sorted", Account.code.desc(), func.lower(Account.name))
for index in plain, sorted_:
    print(index.name, index.table.name, [str(e) for e in index.expressions])
# expect: ix_code_name account ['account.code', 'account.name']
# expect: ix_sorted account ['account.code DESC', 'lower(account.name)']
