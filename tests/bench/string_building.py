# Statements and slugs built from pieces: f-strings, %, join, split, replace, strip, upper.


def upgrade():
    parts = []
    for i in range(150000):
        name = f"user_{i:06d}"
        slug = name.replace("_", "-").upper().strip()
        parts.append("INSERT INTO t (id, name) VALUES (%d, '%s')" % (i, slug))
    text = ";\n".join(parts)
    words = 0
    for line in text.split("\n"):
        if line.startswith("INSERT") and line.endswith(";"):
            words += len(line.split(" "))
    total = ""
    for i in range(50000):
        total += "x"
    print(len(text), words, len(total), text[:60])


upgrade()
