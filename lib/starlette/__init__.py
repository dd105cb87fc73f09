"""starlette: its settings (starlette.config); everything else may be named."""

__incomplete__ = True
