import a1, sqlalchemy as sa
c = sa.Column('x', a1.Type())
print('loaded')
