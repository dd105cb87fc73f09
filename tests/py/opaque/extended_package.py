# A package with folders elsewhere (pkgutil.extend_path): what is not in the folder at hand may be in another.
import _split_package.part
from _split_package.elsewhere import Base, deserialize


class A(Base):
    pass


print(_split_package.part.here, A.__mro__[1].__name__)
deserialize(1) + 1
str(deserialize(1))
# expect: 1 Base
# error: 12:1 ImportError: `_split_package.elsewhere.deserialize()` comes from module '_split_package.elsewhere'
