"""SQL of sqlmodel."""
