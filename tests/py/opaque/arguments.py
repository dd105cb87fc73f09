# Where a text is needed, what is not available says so, with the line of its import.
import a1
import sqlalchemy as sa

uses = (lambda: sa.create_engine(a1.settings.url), lambda: sa.Column("x", sa.Text, server_default=a1.NOW),
        lambda: sa.ForeignKey(a1.User.id), lambda: sa.Enum(a1.Kind))
for use in uses:
    try:
        use()
    except ImportError as e:
        print(str(e).split("`")[1])
# expect: a1.settings.url
# expect: a1.NOW
# expect: a1.User.id
# expect: a1.Kind
