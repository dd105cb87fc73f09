"""Objects as bytes and back, in the format of CPython: protocols 0 to 5 are read and written.

Classes and functions travel by reference, as everywhere; loading imports their module, which is the project's or one of
this library. What keeps no state that could be made again (generators, modules, files, lambdas) is refused."""

import copyreg
import io
import struct
import sys
import types

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "PickleBuffer", "dump", "dumps", "load",
           "loads"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class PickleBuffer:
    def __init__(self, buffer):
        self._buffer = buffer

    def raw(self):
        return self._buffer

    def release(self):
        self._buffer = None


_FRAME_LEAST = 4
_FRAME_MOST = 64 * 1024

# names that moved between Python 2, which protocols below 3 speak, and 3
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "configparser": "ConfigParser", "queue": "Queue"}
_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_OLD_NAMES = {("builtins", "int"): ("__builtin__", "long"), ("builtins", "str"): ("__builtin__", "unicode"),
              ("builtins", "range"): ("__builtin__", "xrange"), ("builtins", "chr"): ("__builtin__", "unichr")}
_NEW_NAMES = {("__builtin__", "unicode"): ("builtins", "str"), ("__builtin__", "long"): ("builtins", "int"),
              ("__builtin__", "xrange"): ("builtins", "range")}


# ints as little-endian two's complement of the least length
def encode_long(x):
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


# the object called a.b in a module, and what holds it
def _named(module, dotted):
    parent, found = None, module
    for part in dotted.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {dotted!r} on {module!r}")
        try:
            parent, found = found, getattr(found, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {dotted!r} on {module!r}") from None
    return found, parent


class _Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        protocol = HIGHEST_PROTOCOL if protocol < 0 else protocol
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._write_out = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.proto, self.bin, self.fix_imports = protocol, protocol >= 1, fix_imports and protocol < 3
        self.fast, self.memo, self._frame = 0, {}, None

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        if self.proto >= 2:
            self._write_out(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._frame, self._frame_size = [], 0
        self.save(obj)
        self.write(b".")
        self._end_frame(True)
        self._frame = None

    # --- frames of protocol 4

    def write(self, data):
        if self._frame is None:
            self._write_out(data)
        else:
            self._frame.append(data)
            self._frame_size += len(data)

    def _end_frame(self, force=False):
        if self._frame is None:
            return
        size = self._frame_size
        if force or size >= _FRAME_MOST:
            if size >= _FRAME_LEAST:
                self._write_out(b"\x95" + struct.pack("<Q", size))
            self._write_out(b"".join(self._frame))
            self._frame, self._frame_size = [], 0

    # a large block stands outside of frames
    def _write_large(self, header, data):
        if self._frame is None:
            self._write_out(header + data)
        elif len(data) < _FRAME_MOST:
            self.write(header + data)
        else:
            self._end_frame(bool(self._frame))
            self._write_out(header)
            self._write_out(data)

    # --- what was written already

    def memoize(self, obj):
        if self.fast:
            return
        number = len(self.memo)
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self.write(b"\x94")
        elif self.bin:
            self.write(b"q" + bytes([number]) if number < 256 else b"r" + struct.pack("<I", number))
        else:
            self.write(b"p%d\n" % number)

    def get(self, number):
        if self.bin:
            return b"h" + bytes([number]) if number < 256 else b"j" + struct.pack("<I", number)
        return b"g%d\n" % number

    def persistent_id(self, obj):
        return None

    def save(self, obj):
        self._end_frame()
        reference = self.persistent_id(obj)
        if reference is not None:
            return self._save_reference(reference)
        known = self.memo.get(id(obj))
        if known is not None:
            return self.write(self.get(known[0]))
        override = getattr(self, "reducer_override", None)
        rebuilt = override(obj) if override is not None else NotImplemented
        if rebuilt is NotImplemented:
            cls = type(obj)
            method = self._methods.get(cls)
            if method is not None:
                return method(self, obj)
            table = getattr(self, "dispatch_table", copyreg.dispatch_table)
            if cls in table:
                rebuilt = table[cls](obj)
            elif isinstance(obj, type):
                return self.save_global(obj)
            else:
                try:
                    rebuilt = copyreg._reduce(obj, self.proto)
                except TypeError as error:
                    raise TypeError(f"cannot pickle {type(obj).__name__!r} object") from error
        if isinstance(rebuilt, str):
            return self.save_global(obj, rebuilt)
        if not isinstance(rebuilt, tuple) or not 2 <= len(rebuilt) <= 6:
            raise PicklingError("__reduce__ must return a string or tuple")
        self.save_reduce(obj, *rebuilt)

    def _save_reference(self, reference):
        if self.bin:
            self.save(reference)
            self.write(b"Q")
        else:
            self.write(b"P" + str(reference).encode("ascii") + b"\n")

    def save_reduce(self, obj, function, args, state=None, items=None, pairs=None, setter=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(function):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(function, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            self._save_new_named(function, *args)
        elif self.proto >= 2 and name == "__newobj__":
            self.save(args[0])
            self.save(args[1:])
            self.write(b"\x81")
        elif name == "__newobj__" and len(args) == 1 and items is None and pairs is None:
            self.save(copyreg._reconstructor)
            self.save((args[0], object, None))
            self.write(b"R")
        else:
            self.save(function)
            self.save(args)
            self.write(b"R")
        if id(obj) in self.memo:
            self.write(b"0" + self.get(self.memo[id(obj)][0]))
        else:
            self.memoize(obj)
        if items is not None:
            self._save_items(items)
        if pairs is not None:
            self._save_pairs(pairs)
        if state is not None:
            self._save_state(obj, state, setter)

    def _save_new_named(self, function, cls, args, kwargs):
        if self.proto >= 4:
            for part in (cls, args, kwargs):
                self.save(part)
            self.write(b"\x92")
        else:
            from functools import partial

            self.save(partial)
            self.save((cls.__new__, cls) + args)
            self.write(b"R")

    def _save_state(self, obj, state, setter):
        if setter is None:
            self.save(state)
            self.write(b"b")
        else:
            self.save(setter)
            self.save(obj)
            self.save(state)
            self.write(b"\x86R0")

    # --- one function a type

    def save_none(self, obj):
        self.write(b"N")

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(b"\x88" if obj else b"\x89")
        else:
            self.write(b"I01\n" if obj else b"I00\n")

    def save_long(self, obj):
        if self.bin and -0x80000000 <= obj <= 0x7FFFFFFF:
            if 0 <= obj <= 0xFF:
                self.write(b"K" + bytes([obj]))
            elif 0 <= obj <= 0xFFFF:
                self.write(b"M" + struct.pack("<H", obj))
            else:
                self.write(b"J" + struct.pack("<i", obj))
        elif self.proto >= 2:
            data = encode_long(obj)
            size = len(data)
            self.write((b"\x8a" + bytes([size]) if size < 256 else b"\x8b" + struct.pack("<i", size)) + data)
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(b"I%d\n" % obj)
        else:
            self.write(b"L%dL\n" % obj)

    def save_float(self, obj):
        self.write(b"G" + struct.pack(">d", obj) if self.bin else b"F" + repr(obj).encode("ascii") + b"\n")

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                import _codecs

                return self.save_reduce(obj, _codecs.encode, (obj.decode("latin-1"), "latin1"))
            return self.save_reduce(obj, bytes, ())
        size = len(obj)
        if size <= 0xFF:
            self.write(b"C" + bytes([size]) + obj)
        elif size > 0xFFFFFFFF and self.proto >= 4:
            self._write_large(b"\x8e" + struct.pack("<Q", size), obj)
        else:
            self._write_large(b"B" + struct.pack("<I", size), obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            return self.save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
        self._write_large(b"\x96" + struct.pack("<Q", len(obj)), bytes(obj))
        self.memoize(obj)

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            size = len(data)
            if size <= 0xFF and self.proto >= 4:
                self.write(b"\x8c" + bytes([size]) + data)
            elif size > 0xFFFFFFFF and self.proto >= 4:
                self._write_large(b"\x8d" + struct.pack("<Q", size), data)
            else:
                self._write_large(b"X" + struct.pack("<I", size), data)
        else:
            for raw, code in (("\\", "\\u005c"), ("\0", "\\u0000"), ("\n", "\\u000a"), ("\r", "\\u000d"), ("\x1a", "\\u001a")):
                obj_text = obj if raw == "\\" else obj_text
                obj_text = obj_text.replace(raw, code)
            self.write(b"V" + _raw_unicode(obj_text) + b"\n")
        self.memoize(obj)

    def save_tuple(self, obj):
        if not obj:
            return self.write(b")" if self.bin else b"(t")
        count = len(obj)
        if count <= 3 and self.proto >= 2:
            for item in obj:
                self.save(item)
            end = (b"\x85", b"\x86", b"\x87")[count - 1]
            if id(obj) in self.memo:  # it holds itself, by way of something
                return self.write(b"0" * count + self.get(self.memo[id(obj)][0]))
            self.write(end)
            return self.memoize(obj)
        self.write(b"(")
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            back = self.get(self.memo[id(obj)][0])
            return self.write((b"1" if self.bin else b"0" * (count + 1)) + back)
        self.write(b"t")
        self.memoize(obj)

    def save_list(self, obj):
        self.write(b"]" if self.bin else b"(l")
        self.memoize(obj)
        self._save_items(obj)

    def save_dict(self, obj):
        self.write(b"}" if self.bin else b"(d")
        self.memoize(obj)
        self._save_pairs(obj.items())

    def _batches(self, things):
        batch = []
        for one in things:
            batch.append(one)
            if len(batch) == 1000:
                yield batch
                batch = []
        if batch:
            yield batch

    def _save_items(self, items):
        for batch in self._batches(items):
            if not self.bin:
                for item in batch:
                    self.save(item)
                    self.write(b"a")
            elif len(batch) == 1:
                self.save(batch[0])
                self.write(b"a")
            else:
                self.write(b"(")
                for item in batch:
                    self.save(item)
                self.write(b"e")

    def _save_pairs(self, pairs):
        for batch in self._batches(pairs):
            many = self.bin and len(batch) > 1
            if many:
                self.write(b"(")
            for key, value in batch:
                self.save(key)
                self.save(value)
                if not many:
                    self.write(b"s")
            if many:
                self.write(b"u")

    def save_set(self, obj):
        if self.proto < 4:
            return self.save_reduce(obj, set, (list(obj),))
        self.write(b"\x8f")
        self.memoize(obj)
        for batch in self._batches(obj):
            self.write(b"(")
            for item in batch:
                self.save(item)
            self.write(b"\x90")

    def save_frozenset(self, obj):
        if self.proto < 4:
            return self.save_reduce(obj, frozenset, (list(obj),))
        self.write(b"(")
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            return self.write(b"1" + self.get(self.memo[id(obj)][0]))
        self.write(b"\x91")
        self.memoize(obj)

    def save_global(self, obj, name=None):
        name = name or getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None) or "__main__"
        if isinstance(obj, type(None).__class__) and not isinstance(module, str):
            module = "builtins"
        if "<locals>" in name:
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            __import__(module)
            found, _ = _named(sys.modules[module], name)
        except (ImportError, KeyError, AttributeError):
            if module != "__main__" or "<" in name:
                raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}") from None
            found = obj
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self.write(b"\x93")
        elif "." in name:
            parent = _named(sys.modules[module], name)[1]
            self.save_reduce(obj, getattr, (parent, name.rpartition(".")[2]))
            return
        else:
            if self.fix_imports:
                module, name = _OLD_NAMES.get((module, name), (_OLD_MODULES.get(module, module), name))
            self.write(b"c" + module.encode("utf-8") + b"\n" + name.encode("utf-8") + b"\n")
        self.memoize(obj)

    def save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                return self.save_reduce(obj, type, (value,))
        self.save_global(obj)

    def save_singleton(self, obj):
        self.save_global(obj, "NotImplemented" if obj is NotImplemented else "Ellipsis")

    def save_method(self, obj):
        self.save_reduce(obj, getattr, (obj.__self__, obj.__name__))

    def save_buffer(self, obj):
        raw = obj.raw()
        self.save_bytearray(raw) if isinstance(raw, bytearray) else self.save_bytes(bytes(raw))

    _methods = {type(None): save_none, bool: save_bool, int: save_long, float: save_float, bytes: save_bytes,
                bytearray: save_bytearray, str: save_str, tuple: save_tuple, list: save_list, dict: save_dict, set: save_set,
                frozenset: save_frozenset, type: save_type, types.FunctionType: save_global,
                types.BuiltinFunctionType: save_global, type(...): save_singleton, type(NotImplemented): save_singleton,
                types.MethodType: save_method, PickleBuffer: save_buffer}


def _raw_unicode(text):
    return b"".join(c.encode("latin-1") if ord(c) < 256 else f"\\u{ord(c):04x}".encode() if ord(c) < 65536
                    else f"\\U{ord(c):08x}".encode() for c in text)


def _from_raw_unicode(data):
    import re

    return re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", lambda m: chr(int(m[1] or m[2], 16)), data.decode("latin-1"))


_mark = object()


class _Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._read_in, self._readline = file.read, file.readline
        self.memo, self.proto, self.encoding, self.errors, self.fix_imports = {}, 0, encoding, errors, fix_imports
        self._buffers = iter(buffers) if buffers is not None else None

    def read(self, size):
        data = self._read_in(size)
        if len(data) < size:
            fresh = not data and size == 1 and not self._begun
            raise EOFError("Ran out of input") if fresh else UnpicklingError("pickle data was truncated")
        return data

    def line(self):
        data = self._readline()
        if not data.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def number(self, form):
        return struct.unpack(form, self.read(struct.calcsize(form)))[0]

    def load(self):
        self.stack = stack = []
        self.proto, self._begun = 0, False
        steps = self._steps
        while True:
            code = self.read(1)[0]
            self._begun = True
            if code == 46:
                if not stack:
                    raise UnpicklingError("unpickling stack underflow")
                return stack.pop()
            step = steps.get(code)
            if step is None:
                raise UnpicklingError(f"invalid load key, {bytes([code])!r}.".replace("b'", "'"))
            try:
                step(self)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def above_mark(self):
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] is _mark:
                items = self.stack[at + 1:]
                del self.stack[at:]
                return items
        raise UnpicklingError("could not find MARK")

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            module, name = _NEW_NAMES.get((module, name), (module, name))
            module = _NEW_MODULES.get(module, module)
        if module == "__main__" and module not in sys.modules:
            raise AttributeError(f"Can't get attribute {name!r} on <module '__main__'>")
        __import__(module)
        if self.proto >= 4:
            return _named(sys.modules[module], name)[0]
        try:
            return getattr(sys.modules[module], name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None

    # --- steps: push, build, remember

    def put(self, value):
        self.stack.append(value)

    def do_proto(self):
        self.proto = self.read(1)[0]
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self.proto}")

    def do_frame(self):
        self.number("<Q")

    def do_int(self):
        text = self.line()
        self.put(text == b"01" if text in (b"00", b"01") else int(text, 0))

    def do_long_text(self):
        text = self.line()
        self.put(int(text[:-1] if text.endswith(b"L") else text, 0))

    def do_string(self):
        text = self.line().decode("ascii")
        if len(text) < 2 or text[0] not in "'\"" or text[-1] != text[0]:
            raise UnpicklingError("the STRING opcode argument must be quoted")
        from ast import literal_eval

        self.put(self._old_text(literal_eval("b" + text)))

    def _old_text(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def do_persid(self):
        self.put(self.persistent_load(self.line().decode("ascii")))

    def do_binpersid(self):
        self.put(self.persistent_load(self.stack.pop()))

    def do_global(self):
        module, name = self.line().decode("utf-8"), self.line().decode("utf-8")
        self.put(self.find_class(module, name))

    def do_stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.put(self.find_class(module, name))

    def do_reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def do_newobj(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.put(cls.__new__(cls, *args))

    def do_newobj_ex(self):
        kwargs, args = self.stack.pop(), self.stack.pop()
        cls = self.stack.pop()
        self.put(cls.__new__(cls, *args, **kwargs))

    def do_inst(self):
        module, name = self.line().decode("ascii"), self.line().decode("ascii")
        args = self.above_mark()
        self.put(self.find_class(module, name)(*args))

    def do_obj(self):
        cls, *args = self.above_mark()
        self.put(cls(*args))

    def do_build(self):
        state, made = self.stack.pop(), self.stack[-1]
        setter = getattr(made, "__setstate__", None)
        if setter is not None:
            setter(state)
            return
        inside, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
        if inside:
            for name, value in inside.items():
                made.__dict__[name] = value
        for name, value in (slots or {}).items():
            setattr(made, name, value)

    def do_append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def do_appends(self):
        items = self.above_mark()
        target = self.stack[-1]
        for item in items:
            target.append(item)

    def do_setitem(self):
        value, key = self.stack.pop(), self.stack.pop()
        self.stack[-1][key] = value

    def do_setitems(self):
        items = self.above_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def do_dict(self):
        items = self.above_mark()
        self.put({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def do_additems(self):
        items = self.above_mark()
        self.stack[-1].update(items)

    def do_tuple_of(self, count):
        items = tuple(self.stack[-count:])
        if len(items) < count:
            raise IndexError
        self.stack[-count:] = [items]

    def recall(self, number):
        try:
            self.put(self.memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def remember(self, number):
        if not self.stack:
            raise IndexError
        self.memo[number] = self.stack[-1]

    def do_extension(self, form):
        code = self.number(form)
        key = copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        self.put(self.find_class(*key))

    def do_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        self.put(next(self._buffers))

    _steps = {
        0x80: do_proto, 0x95: do_frame, ord("("): lambda s: s.put(_mark), ord("N"): lambda s: s.put(None),
        0x88: lambda s: s.put(True), 0x89: lambda s: s.put(False), ord("I"): do_int, ord("L"): do_long_text,
        ord("K"): lambda s: s.put(s.read(1)[0]), ord("M"): lambda s: s.put(s.number("<H")),
        ord("J"): lambda s: s.put(s.number("<i")), 0x8a: lambda s: s.put(decode_long(s.read(s.read(1)[0]))),
        0x8b: lambda s: s.put(decode_long(s.read(s.number("<i")))), ord("F"): lambda s: s.put(float(s.line())),
        ord("G"): lambda s: s.put(s.number(">d")), ord("S"): do_string,
        ord("T"): lambda s: s.put(s._old_text(s.read(s.number("<i")))),
        ord("U"): lambda s: s.put(s._old_text(s.read(s.read(1)[0]))),
        ord("C"): lambda s: s.put(s.read(s.read(1)[0])), ord("B"): lambda s: s.put(s.read(s.number("<I"))),
        0x8e: lambda s: s.put(s.read(s.number("<Q"))), 0x96: lambda s: s.put(bytearray(s.read(s.number("<Q")))),
        ord("V"): lambda s: s.put(_from_raw_unicode(s.line())),
        ord("X"): lambda s: s.put(s.read(s.number("<I")).decode("utf-8", "surrogatepass")),
        0x8c: lambda s: s.put(s.read(s.read(1)[0]).decode("utf-8", "surrogatepass")),
        0x8d: lambda s: s.put(s.read(s.number("<Q")).decode("utf-8", "surrogatepass")),
        ord(")"): lambda s: s.put(()), ord("t"): lambda s: s.put(tuple(s.above_mark())),
        0x85: lambda s: s.do_tuple_of(1), 0x86: lambda s: s.do_tuple_of(2), 0x87: lambda s: s.do_tuple_of(3),
        ord("]"): lambda s: s.put([]), ord("l"): lambda s: s.put(s.above_mark()), ord("}"): lambda s: s.put({}),
        ord("d"): do_dict, 0x8f: lambda s: s.put(set()), 0x90: do_additems,
        0x91: lambda s: s.put(frozenset(s.above_mark())), ord("a"): do_append, ord("e"): do_appends, ord("s"): do_setitem,
        ord("u"): do_setitems, ord("c"): do_global, 0x93: do_stack_global, ord("R"): do_reduce, 0x81: do_newobj,
        0x92: do_newobj_ex, ord("i"): do_inst, ord("o"): do_obj, ord("b"): do_build, ord("P"): do_persid, ord("Q"): do_binpersid,
        ord("0"): lambda s: s.stack.pop(), ord("1"): lambda s: s.above_mark(), ord("2"): lambda s: s.put(s.stack[-1]),
        ord("g"): lambda s: s.recall(int(s.line())), ord("h"): lambda s: s.recall(s.read(1)[0]),
        ord("j"): lambda s: s.recall(s.number("<I")), ord("p"): lambda s: s.remember(int(s.line())),
        ord("q"): lambda s: s.remember(s.read(1)[0]), ord("r"): lambda s: s.remember(s.number("<I")),
        0x94: lambda s: s.remember(len(s.memo)), 0x82: lambda s: s.do_extension("<B"), 0x83: lambda s: s.do_extension("<H"),
        0x84: lambda s: s.do_extension("<i"), 0x97: do_next_buffer, 0x98: lambda s: None,
    }


Pickler, Unpickler = _Pickler, _Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    out = io.BytesIO()
    dump(obj, out, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    return out.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return load(io.BytesIO(bytes(data)), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
