"""hybrid_property, hybrid_method: the same function on the instance and on the class."""

from sqlalchemy.sql import operators
from sqlalchemy.orm.base import InspectionAttr, ORMDescriptor, Operators


class _Expression(Operators):
    """What a hybrid gives on the class, with the name of the attribute."""

    def __init__(self, element, hybrid, owner):
        self._element, self.hybrid, self.class_ = element, hybrid, owner
        self.key = hybrid.__name__

    def __clause_element__(self):
        element = self._element
        while isinstance(element, Operators):
            element = element.__clause_element__()
        return element

    def __getattr__(self, name):
        if name.startswith("__") or "_element" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self._element, name)


class hybrid_method(InspectionAttr, ORMDescriptor):
    is_attribute = True

    def __init__(self, func, expr=None):
        self.func, self.expr = func, expr or func
        self.__name__ = getattr(func, "__name__", None)

    def __get__(self, instance, owner):
        if instance is None:
            return self.expr.__get__(owner, type(owner))
        return self.func.__get__(instance, owner)

    def expression(self, expr):
        self.expr = expr
        return self

    @property
    def inplace(self):
        return _InPlace(self)


class hybrid_property(InspectionAttr, ORMDescriptor):
    is_attribute = True

    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.expr, self.custom_comparator, self.update_expr = _plain(expr), custom_comparator, update_expr
        self.__name__ = getattr(fget, "__name__", None)
        self.__doc__ = getattr(fget, "__doc__", None)

    def __get__(self, instance, owner):
        if instance is not None:
            return self.fget(instance)
        if self.custom_comparator is not None:
            return self.custom_comparator(owner)
        found = (self.expr or self.fget)(owner)
        if isinstance(found, Operators) or hasattr(found, "compile") and hasattr(found, "self_group"):
            return _Expression(found, self, owner)
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _with(self, **changes):
        new = hybrid_property(self.fget, self.fset, self.fdel, self.expr, self.custom_comparator, self.update_expr)
        new.__dict__.update(changes)
        return new

    def getter(self, fget):
        return self._with(fget=fget)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)

    def expression(self, expr):
        return self._with(expr=_plain(expr))

    def comparator(self, comparator):
        return self._with(custom_comparator=_plain(comparator))

    def update_expression(self, update_expr):
        return self._with(update_expr=_plain(update_expr))

    @property
    def overrides(self):
        return self

    @property
    def inplace(self):
        return _InPlace(self)


class _InPlace:
    """@x.inplace.setter: changes the hybrid instead of copying it."""

    def __init__(self, hybrid):
        self._hybrid = hybrid

    def _set(self, name, value):
        setattr(self._hybrid, name, value)
        return self._hybrid

    def getter(self, fget):
        return self._set("fget", fget)

    def setter(self, fset):
        return self._set("fset", fset)

    def deleter(self, fdel):
        return self._set("fdel", fdel)

    def expression(self, expr):
        return self._set("expr", _plain(expr))

    def comparator(self, comparator):
        return self._set("custom_comparator", _plain(comparator))

    def update_expression(self, update_expr):
        return self._set("update_expr", _plain(update_expr))


def _plain(fn):
    return getattr(fn, "__func__", fn)


def _through_operate(function):
    return lambda self, *other, **keywords: self.operate(function, *other, **keywords)


class Comparator(Operators):
    """Its operators all go through operate(), which subclasses replace."""

    def __init__(self, expression):
        self.expression = expression

    def __hash__(self):
        return id(self)

    def __clause_element__(self):
        found = self.expression
        while isinstance(found, Operators):
            found = found.__clause_element__()
        return found


for _name in ("eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul", "truediv", "floordiv", "mod", "and_", "or_"):
    setattr(Comparator, f"__{_name.rstrip('_')}__", _through_operate(getattr(operators, _name)))
for _name in ("like", "ilike", "not_like", "not_ilike", "in", "not_in", "is_distinct_from", "contains", "startswith", "endswith",
              "between", "match", "regexp_match", "concat", "desc", "asc"):
    _full = _name if _name == "is_distinct_from" else _name + "_op"
    setattr(Comparator, _name + "_" if _name == "in" else _name, _through_operate(getattr(operators, _full)))
Comparator.is_, Comparator.is_not = _through_operate(operators.is_), _through_operate(operators.is_not)
ExprComparator = Comparator
