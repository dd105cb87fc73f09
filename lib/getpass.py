"""The user's name; asking for passwords is for people."""


def getuser():
    import os

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return os.getlogin()


def getpass(prompt="Password: ", stream=None):
    raise EOFError("getpass() needs a terminal: set the password in the environment")
