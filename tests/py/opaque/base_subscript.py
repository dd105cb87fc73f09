import a1


class Settings(a1.Config):
    pass


settings = Settings()
url = settings["DB"]["url"]
arguments = a1.Mixin.__table_args__
print("loaded")
for part in arguments:
    pass
# expect: loaded
# error: 12:13 ImportError: `a1.Mixin.__table_args__` comes from module 'a1'
