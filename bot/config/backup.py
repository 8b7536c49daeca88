"""The table `[backup]` of the config."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from bot.config.sections import ConfigPath, ConfigSection
from storage.backup.encrypted_file import UnusableKey, check_recipient
from storage.fault import N_


def _recipient(value: str) -> str:
    try:
        return check_recipient(value)
    except UnusableKey as fault:
        raise ValueError(fault.message) from fault


class BackupSection(ConfigSection):
    """For which public keys copies are made, and the folder they go to; without both none is made."""

    recipients: list[Annotated[str, AfterValidator(_recipient)]] = Field(default_factory=list)
    folder: ConfigPath | None = None

    @model_validator(mode="after")
    def _both(self) -> Self:
        if bool(self.recipients) != bool(self.folder):
            raise ValueError(N_("recipients and folder belong together: give both, or neither"))
        return self
