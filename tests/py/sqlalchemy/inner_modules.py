# Names by the modules that they stand in.
from sqlalchemy.ext.asyncio.session import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio.engine import AsyncEngine, create_async_engine
from sqlalchemy.ext.asyncio import session

print(AsyncSession.__name__, async_sessionmaker.__name__, AsyncEngine.__name__, create_async_engine.__name__)
print(session.AsyncSession is AsyncSession)
# expect: AsyncSession async_sessionmaker AsyncEngine create_async_engine
# expect: True
