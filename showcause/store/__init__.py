"""Where proceedings are kept: the event log, the views read from it, laws, and names of parties."""

from showcause.store.casework import Casework
from showcause.store.errors import (
    ConcurrentWriteError,
    ExchangeError,
    OtherLawError,
    SettingsError,
    StoreError,
    UnknownProceedingError,
    UnreadableError,
)

__all__ = [
    "Casework",
    "ConcurrentWriteError",
    "ExchangeError",
    "OtherLawError",
    "Problem",
    "SettingsError",
    "StoreError",
    "UnknownProceedingError",
    "UnreadableError",
    "Views",
]
