import a1
from sqlalchemy import text
print(text(a1.SQL))
# error: 3:7 ImportError: `a1.SQL` comes from module 'a1'
