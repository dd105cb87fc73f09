"""Encrypted types: their columns; values are neither encrypted nor decrypted here."""

from sqlalchemy_utils.types import EncryptedType, StringEncryptedType  # noqa: F401


class InvalidCiphertextError(Exception):
    pass


class EncryptionDecryptionBaseEngine:
    pass


class AesEngine(EncryptionDecryptionBaseEngine):
    pass


AesGcmEngine = FernetEngine = AesEngine
