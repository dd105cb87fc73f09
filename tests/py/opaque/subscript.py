import a1
from typing import Annotated
x = Annotated[int, a1.Depends(3)]
y: a1.Foo[int] = None
z = a1.config['key']
print('ok')
