"""What day it is. `SOURCE_DATE_EPOCH` sets it, so that the same input gives the same bytes."""

import datetime
import os
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


def today() -> datetime.date:
    """Today in Europe/Rome, or the day of `SOURCE_DATE_EPOCH` (seconds since 1970, UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), ROME).date()
    return datetime.datetime.now(ROME).date()
