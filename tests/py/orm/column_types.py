from _show import show
import sqlalchemy as sa, sqlalchemy_utils as su
from sqlalchemy_utils import UUIDType, Timestamp
from sqlalchemy_utils.types.choice import ChoiceType as CT
from pgvector.sqlalchemy import Vector, HALFVEC
from geoalchemy2 import Geometry
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from fastapi_users_db_sqlalchemy import SQLAlchemyBaseUserTableUUID, SQLAlchemyBaseOAuthAccountTableUUID
from fastapi_users_db_sqlalchemy.access_token import SQLAlchemyBaseAccessTokenTableUUID
class Base(DeclarativeBase): pass
class User(SQLAlchemyBaseUserTableUUID, Base): pass
class OA(SQLAlchemyBaseOAuthAccountTableUUID, Base): pass
class AT(SQLAlchemyBaseAccessTokenTableUUID, Base): pass
class T(Timestamp, Base):
    __tablename__="t"
    id = sa.Column(UUIDType(binary=False), primary_key=True)
    c = sa.Column(CT([("a","A")], impl=sa.String(3)))
    e = sa.Column(su.EmailType); e2 = sa.Column(su.EmailType(30))
    p = sa.Column(su.PasswordType(schemes=["x"])); j = sa.Column(su.JSONType); u = sa.Column(su.URLType)
    a = sa.Column(su.ArrowType); ip = sa.Column(su.IPAddressType); ph = sa.Column(su.PhoneNumberType())
    v = sa.Column(Vector(3)); h = sa.Column(HALFVEC()); g = sa.Column(Geometry("POINT", srid=4326)); cur=sa.Column(su.CurrencyType)
show(Base.metadata)
