"""Query plans, their nodes, and what could be done better."""

import uuid
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import DateTime, Float, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base


class QueryPlan(Base):
    __tablename__ = "query_plans"
    __table_args__ = (
        Index("ix_query_plans_query_hash", "query_hash"),
        Index("ix_query_plans_user_id", "user_id"),
        {"comment": "실행 계획"},
    )

    id: Mapped[uuid.UUID] = mapped_column(
        UUID(as_uuid=True), primary_key=True, server_default=text("gen_random_uuid()"), comment="식별자"
    )
    query_hash: Mapped[str] = mapped_column(String(64))
    query: Mapped[str] = mapped_column(Text)
    plan: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="EXPLAIN (FORMAT JSON)")
    total_cost: Mapped[float] = mapped_column(Float, server_default="0.0")
    status: Mapped[str] = mapped_column(String(20), server_default="new")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=text("NOW()"))
    user_id: Mapped[Optional[uuid.UUID]] = mapped_column(
        UUID(as_uuid=True), ForeignKey("users.id", name="fk_query_plans_user", ondelete="CASCADE")
    )

    user: Mapped[Optional["User"]] = relationship(back_populates="plans")
    nodes: Mapped[list["PlanNode"]] = relationship(back_populates="plan", cascade="all, delete-orphan")


class PlanNode(Base):
    __tablename__ = "plan_nodes"
    __table_args__ = (
        Index("ix_plan_nodes_plan_id_depth", "plan_id", "depth"),
        Index("ix_plan_nodes_node_type", "node_type"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("query_plans.id", ondelete="CASCADE"))
    depth: Mapped[int] = mapped_column(Integer, server_default="0")
    node_type: Mapped[str] = mapped_column(String(50))
    cost: Mapped[float | None] = mapped_column(Float)

    plan: Mapped["QueryPlan"] = relationship(back_populates="nodes")


class Suggestion(Base):
    __tablename__ = "suggestions"
    __table_args__ = {"comment": "최적화 제안"}

    id: Mapped[uuid.UUID] = mapped_column(UUID(as_uuid=True), primary_key=True, default=uuid.uuid4)
    plan_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("query_plans.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True), server_default=text("NOW()"))
