"""Importing this package registers every table in Base.metadata."""

from app.models.plan import PlanNode, QueryPlan, Suggestion
from app.models.user import User

__all__ = ["PlanNode", "QueryPlan", "Suggestion", "User"]
