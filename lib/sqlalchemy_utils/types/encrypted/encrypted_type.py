"""Encrypted types: their columns; values are neither encrypted nor decrypted here."""

from sqlalchemy_utils.types import EncryptedType, StringEncryptedType  # noqa: F401


class AesEngine:
    pass


AesGcmEngine = FernetEngine = AesEngine
