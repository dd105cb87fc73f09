__all__ = ["exported"]
exported = 1
hidden = 2
_private = 3
