from inspect import Parameter, Signature, signature
import inspect
p = Parameter("x", Parameter.POSITIONAL_OR_KEYWORD, default=3, annotation=int)
print(p, repr(p), p.name, p.kind, p.default, p.annotation, p.kind.description, int(p.kind), str(p.kind), p.kind == 1)
q = p.replace(name="y", default=Parameter.empty)
print(q, q == p, q == Parameter("y", Parameter.POSITIONAL_OR_KEYWORD, annotation=int), hash(q) == hash(q.replace()))
for args, kw in ((("x", 9), {}), (("1x", 0), {}), (("for", 1), {}), ((3, 1), {}), (("a", Parameter.VAR_KEYWORD), {"default": 1})):
    try:
        print(Parameter(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
s = Signature([p, Parameter("k", Parameter.KEYWORD_ONLY)], return_annotation=str)
print(s, s.return_annotation, s.parameters["k"].kind.name, s.empty is Parameter.empty, s.replace(return_annotation=Signature.empty))
for bad in ([Parameter("k", 3), p], [p, p], [p, Parameter("z", 1)], [Parameter("a", 1), Parameter("b", 0)]):
    try:
        Signature(bad)
    except ValueError as e:
        print(e)
print([k.name for k in type(p.kind)], sorted(type(p.kind)) == list(type(p.kind)))
try:
    s.parameters["new"] = 1
except TypeError as e:
    print(e)
print(Parameter.empty, Signature.empty, inspect._empty)
