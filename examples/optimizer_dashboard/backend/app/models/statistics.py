"""What an analysis measured. These tables live in a schema of their own, beside what users see."""

import uuid
from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Numeric, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base

SCHEMA = "pgs_analysis"


class AnalysisSession(Base):
    __tablename__ = "analysis_sessions"
    __table_args__ = {"schema": SCHEMA, "comment": "분석 세션"}

    id: Mapped[uuid.UUID] = mapped_column(
        UUID(as_uuid=True), primary_key=True, server_default=text("gen_random_uuid()")
    )
    label: Mapped[str] = mapped_column(String(100))
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=text("NOW()"))
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    statistics: Mapped[list["Statistic"]] = relationship(back_populates="session", cascade="all, delete-orphan")


class Statistic(Base):
    __tablename__ = "statistics"
    __table_args__ = (
        UniqueConstraint("session_id", "plan_id", "name", name="uq_statistics_session_plan_name"),
        CheckConstraint("value >= 0", name="ck_statistics_value"),
        {"schema": SCHEMA},
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    session_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.analysis_sessions.id", ondelete="CASCADE"))
    plan_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("query_plans.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(50))
    value: Mapped[Decimal] = mapped_column(Numeric(12, 3))

    session: Mapped["AnalysisSession"] = relationship(back_populates="statistics")
