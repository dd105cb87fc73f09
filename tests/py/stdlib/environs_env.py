# environs.Env; what is expected was printed by environs itself.
import datetime
import enum
import os

from environs import Env, EnvError, EnvSealedError

os.environ.update({
    "T_INT": "42", "T_BOOL": "on", "T_NO": "False", "T_LIST": "a,b,c", "T_INTS": "1,2,3", "T_EMPTY": "", "T_DICT": "x=1, y=2",
    "T_JSON": '{"a": [1, 2]}', "T_FLOAT": "1.5", "T_DATE": "2024-02-29", "T_URL": "https://u:p@example.org:5/db?x=1", "T_LEVEL": "debug",
    "T_UUID": "12345678123456781234567812345678", "T_DELTA": "90", "T_SPAN": "1h 30m", "T_TEXT": "hello",
    "T_OUT": "${T_TEXT} world ${T_MISSING:-and all}", "T_REF": "${T_INT}", "T_COLOR": "RED", "T_SEMI": "1;0",
})


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


env = Env()
print(env.int("T_INT"), env("T_INT"), env.str("T_TEXT"), env.bool("T_BOOL"), env.bool("T_NO"), env.list("T_LIST"))
print(env.list("T_INTS", subcast=int), env.list("T_EMPTY"), env.dict("T_DICT"), env.dict("T_DICT", subcast_values=int), env.json("T_JSON"))
print(env.float("T_FLOAT"), env.date("T_DATE"), env.url("T_URL").hostname, env.log_level("T_LEVEL"), env.uuid("T_UUID"), env.decimal("T_FLOAT"))
print(env.timedelta("T_DELTA") == datetime.timedelta(seconds=90), env.timedelta("T_SPAN"), env.path("T_TEXT").name)
print(env.int("T_NOT", 7), env.bool("T_NOT", None), env.list("T_NOT", []), env.str("T_EMPTY"), env.list("T_SEMI", delimiter=";", subcast=bool))
print(env.enum("T_COLOR", enum=Color), env.enum("T_NOT", Color.BLUE, enum=Color))
for read in (lambda: env.int("T_NOT"), lambda: env.int("T_TEXT"), lambda: env.bool("T_TEXT"), lambda: env.json("T_TEXT"),
             lambda: env.int("T_INT", validate=lambda n: n < 5), lambda: env.date("T_TEXT"), lambda: env.url("T_TEXT")):
    try:
        print(read())
    except EnvError as problem:
        print(type(problem).__name__, problem)
with env.prefixed("T_"):
    print(env.int("INT"), env.str("TEXT"))
    with env.prefixed("T"):
        print(env.str("EXT"))
more = Env(expand_vars=True)
print(more.str("T_OUT"), more.int("T_REF"), env.str("T_REF"))


@env.parser_for("shout")
def shout(value):
    return value.upper()


print(env.shout("T_TEXT"), env.shout("T_TEXT", "x"))
late = Env(eager=False)
late.int("T_TEXT"), late.str("T_NOT"), late.int("T_INT")
try:
    late.seal()
except EnvError as problem:
    print(problem)
try:
    late.int("T_INT")
except EnvSealedError as problem:
    print(problem)
