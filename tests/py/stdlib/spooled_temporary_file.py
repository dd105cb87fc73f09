import io
from tempfile import SpooledTemporaryFile

print(isinstance(SpooledTemporaryFile, type), SpooledTemporaryFile | None)
with SpooledTemporaryFile(max_size=4) as file:
    print(file.write(b"abc"), file._rolled, file.tell())
    file.write(b"def")
    print(file._rolled)
    file.seek(0)
    print(file.read(), file.closed)
print(file.closed)
text = SpooledTemporaryFile(mode="w+", encoding="utf-8")
text.writelines(["a\n", "b\n"])
text.seek(0)
print(list(text))
text.seek(2)
text.truncate()
text.seek(0)
print(repr(text.readline()), repr(text.read()))


def take(file: SpooledTemporaryFile | io.BytesIO | bytes): ...
