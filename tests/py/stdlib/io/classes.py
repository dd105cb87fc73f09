import io
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.IOBase), io.SEEK_SET, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, issubclass(io.UnsupportedOperation, OSError), isinstance(io.StringIO(), io.IOBase))
