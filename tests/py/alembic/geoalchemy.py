# GeoAlchemy2 on PostgreSQL: the index that a spatial column brings along, and the geospatial operations of its helpers.
import io

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from geoalchemy2 import Geography, Geometry, Raster, alembic_helpers
from sqlalchemy import event

out = io.StringIO()
op = Operations(MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True, "output_buffer": out}))
op.create_table("lake", sa.Column("id", sa.Integer, primary_key=True), sa.Column("shape", Geometry("POLYGON", srid=4326)),
                sa.Column("area", Geography("POLYGON", srid=4326, spatial_index=False)))
op.create_table("peak", sa.Column("at", Geometry("POINTZ", srid=3857, use_N_D_index=True, nullable=False)), schema="s")
op.add_column("lake", sa.Column("spring", Geometry("POINT")))
op.add_column("lake", sa.Column("map", Raster()))
op.create_geospatial_table("pond", sa.Column("shape", Geometry("POINT", spatial_index=False)))
op.create_geospatial_index("idx_pond_shape", "pond", ["shape"], unique=False, postgresql_using="gist", postgresql_ops={})
op.add_geospatial_column("pond", sa.Column("more", Geometry("POINT", spatial_index=False)))
op.drop_geospatial_column("pond", "more")
op.drop_geospatial_index("idx_pond_shape", table_name="pond", postgresql_using="gist", column_name="shape")
op.drop_geospatial_table("pond")
print(out.getvalue())

table = sa.Table("t", sa.MetaData(), sa.Column("g", Geometry()))
copy = table.to_metadata(sa.MetaData())
print([index.name for index in table.indexes], [index.name for index in copy.indexes])
try:
    sa.Table("w", sa.MetaData(), sa.Column("g", Geometry(spatial_index=False, use_N_D_index=True)))
except Exception as error:
    print(type(error).__name__, error)
given = sa.Table("x", sa.MetaData(), sa.Column("a", Geometry(), nullable=False), sa.Column("b", Geometry(nullable=False)))
print([(column.nullable, column.type.nullable) for column in given.c])
heard = []
event.listen(sa.Column, "after_parent_attach", lambda column, parent: heard.append((column.name, parent.name)))
sa.Table("u", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.Integer))
print(heard)
