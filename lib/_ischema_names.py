"""ischema_names of the dialects: which class a type of the database becomes that the reader does not know by itself.
Libraries and scripts add theirs."""

postgresql = {}
sqlite = {}
