"""flask.helpers: what decides about debug mode and .env files."""

import os

__incomplete__ = True

_NO = ("0", "false", "no")


def get_debug_flag():
    value = os.environ.get("FLASK_DEBUG")
    return bool(value and value.lower() not in _NO)


def get_load_dotenv(default=True):
    value = os.environ.get("FLASK_SKIP_DOTENV")
    return default if not value else value.lower() in _NO


def get_env():
    return os.environ.get("FLASK_ENV") or "production"
