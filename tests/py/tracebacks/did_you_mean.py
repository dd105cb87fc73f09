# Suggestions of names.
import os
import traceback


class Config:
    database_url = ""

    def connect(self):
        return databse_url


value = 1
for call in (lambda: Config().database_ur, lambda: valeu, lambda: Config.conect, lambda: Config().connect(), lambda: pritn, lambda: [].apend):
    try:
        call()
    except Exception as e:
        print(traceback.format_exception_only(e)[-1], end="")
try:
    from collections import OrderedDic
except ImportError as e:
    print(traceback.format_exception_only(e)[-1].split(" (")[0])
