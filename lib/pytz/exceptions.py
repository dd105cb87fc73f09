"""pytz.exceptions."""


class Error(Exception):
    pass


class UnknownTimeZoneError(KeyError, Error):
    pass


class InvalidTimeError(Error):
    pass


class AmbiguousTimeError(InvalidTimeError):
    pass


class NonExistentTimeError(InvalidTimeError):
    pass
