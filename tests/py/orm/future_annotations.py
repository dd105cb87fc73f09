from _future_models import Base
from _show import show

show(Base.metadata)
