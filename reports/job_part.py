"""What the jobs that are handed to the worker are made of."""

from pydantic import BaseModel, ConfigDict


class JobPart(BaseModel):
    """A part of a job for the worker: immutable, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
