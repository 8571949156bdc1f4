"""Days, times, numbers, amounts, addresses of the web: what a plain YAML scalar may turn out to be.

The reader hands over every scalar as the text that was written, so that `no`, `09:30`, `017025` and
`2026-01-05` survive; the type is decided here and nowhere else.
"""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, LiteralString
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.text import without_code

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)", re.ASCII)
WHOLE = re.compile(r"\d{1,9}", re.ASCII)
NUMBER = re.compile(r"\d{1,9}([.,]\d{1,2})?", re.ASCII)
AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)
DEGREES = re.compile(r"-?\d{1,3}\.\d{1,8}", re.ASCII)
TRUE = frozenset({"sì", "si", "true", "vero", "yes"})
FALSE = frozenset({"no", "false", "falso"})


def _refuse(kind: LiteralString, written: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, "{found}", {"found": str(written)[:60]})


def _day(written: Any) -> Any:
    if isinstance(written, datetime.date):
        return written
    if not isinstance(written, str) or not DAY.fullmatch(written.strip()):
        raise _refuse("data", written)
    try:
        return datetime.date.fromisoformat(written.strip())
    except ValueError as impossible:
        raise _refuse("data", written) from impossible


def _time(written: Any) -> Any:
    match = TIME.fullmatch(written.strip()) if isinstance(written, str) else None
    if not match or (match[1] == "24" and match[2] != "00"):
        raise _refuse("ora", written)
    return f"{int(match[1]):02d}:{match[2]}"


def _whole(written: Any) -> Any:
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    if not isinstance(written, str) or not WHOLE.fullmatch(written.strip()):
        raise _refuse("intero", written)
    return int(written)


def _number(written: Any) -> Any:
    if isinstance(written, Decimal):
        return written
    if not isinstance(written, str) or not NUMBER.fullmatch(written.strip()):
        raise _refuse("numero", written)
    return Decimal(written.strip().replace(",", "."))


def _amount(written: Any) -> Any:
    if isinstance(written, Decimal):
        return written
    if not isinstance(written, str) or not AMOUNT.fullmatch(written.strip()):
        raise _refuse("importo", written)
    return Decimal(written.strip())


def _degrees(written: Any) -> Any:
    if isinstance(written, Decimal):
        return written
    if not isinstance(written, str) or not DEGREES.fullmatch(written.strip()):
        raise _refuse("gradi", written)
    return Decimal(written.strip())


def _yes_or_no(written: Any) -> Any:
    if isinstance(written, bool):
        return written
    word = written.strip().lower() if isinstance(written, str) else None
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise _refuse("si_no", written)


def _web_address(written: str) -> str:
    try:
        parts = urlsplit(written)
    except ValueError as impossible:
        raise _refuse("indirizzo_web", written) from impossible
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or re.search(r"[\s<>\"'`\\@]", written):
        raise _refuse("indirizzo_web", written)
    return written


Day = Annotated[datetime.date, BeforeValidator(_day)]
"""A day, written YYYY-MM-DD (ISO 8601)."""

ClockTime = Annotated[str, BeforeValidator(_time)]
"""A time of day HH:MM from 00:00 to 24:00, Europe/Rome."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number ≥ 0."""

Number = Annotated[Decimal, BeforeValidator(_number)]
"""A number ≥ 0 with up to two decimals: «1.500» is refused, since it may be meant as fifteen hundred."""

Amount = Annotated[Decimal, BeforeValidator(_amount)]
"""Euro, with a point before the cents: 190260.60."""

Degrees = Annotated[Decimal, BeforeValidator(_degrees)]
"""Degrees of latitude or longitude, with a point before the decimals."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`sì` or `no` (also `true`, `false`)."""

WebAddress = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(without_code), AfterValidator(_web_address)
]
"""An address of the web: http or https, nothing else."""

Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
"""A year, as the key of what was reached in it."""

LineRanges = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(-[0-9]{1,6})?(, ?[0-9]{1,6}(-[0-9]{1,6})?)*$")]
"""Lines of a transcript: "57-75, 80"."""
