"""Settings of the back end, from the environment and .env."""

from functools import lru_cache

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    DATABASE_URL: str
    LOG_LEVEL: str = "info"
    POOL_SIZE: int = 5

    @property
    def is_verbose(self) -> bool:
        return self.LOG_LEVEL.lower() == "debug"


@lru_cache
def get_settings() -> Settings:
    return Settings()
