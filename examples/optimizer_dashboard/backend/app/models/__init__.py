"""Importing this package registers every table in Base.metadata."""

from app.models.plan import PlanNode, QueryPlan, Suggestion
from app.models.statistics import AnalysisSession, Statistic
from app.models.user import User

__all__ = ["AnalysisSession", "PlanNode", "QueryPlan", "Statistic", "Suggestion", "User"]
