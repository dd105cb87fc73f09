import re, traceback
try:
    raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")]), OSError("last")])
except ExceptionGroup as e:
    print(re.sub(r'File ".*/', 'File "', traceback.format_exc()))
print("".join(traceback.format_exception(ExceptionGroup("flat", [ValueError(i) for i in range(17)]))))
te = traceback.TracebackException.from_exception(ExceptionGroup("g", [ValueError("v")]), max_group_width=1)
print(list(te.format()), [str(x) for x in te.exceptions])
