"""Which clock a place keeps, and how far it is from UTC on a day."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checker.facts import gazetteer
from checker.facts.gazetteer import key


@functools.cache
def _table(name: str) -> dict[str, Any]:
    tables = tomllib.loads(importlib.resources.files("checker.facts").joinpath("zones.toml").read_text(encoding="utf-8"))
    return {key(k) if name not in ("minutes", "names") else k: v for k, v in tables[name].items() if k != "source"}


def offset_named(word: str, day: date | None) -> int | None:
    """Minutes from UTC of "GMT", "CET", "eastern"; None where the name means several or nothing."""
    minutes = _table("minutes").get(word)
    if minutes is not None:
        return int(minutes)
    zone = _table("names").get(word)
    return None if zone is None else offset_of(zone, day)


def is_zone(word: str) -> bool:
    return word in _table("minutes") or word in _table("names")


@functools.lru_cache(maxsize=4096)
def zone_of(place: str) -> str | None:
    """The zone of a town, state or country or of what is of it ("Lithuanian"); None where it keeps several or is not known."""
    k = key(place)
    for table in ("cities", "states"):
        if k in _table(table):
            return str(_table(table)[k])
    country = gazetteer.country_of(place)
    if country is not None:
        return _table("countries").get(key(country))
    zones = set()
    for chain in gazetteer.within(place):
        zone = next((z for name in chain for z in [_table("states").get(name) or _table("countries").get(name)] if z), None)
        zones.add(zone)
    return zones.pop() if len(zones) == 1 else None


@functools.lru_cache(maxsize=4096)
def offset_of(zone: str, day: date | None) -> int | None:
    """Minutes from UTC at noon of the day; without a day only where the zone keeps one clock all year."""
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    days = [day] if day is not None else [date(2024, 1, 15), date(2024, 7, 15)]
    found = {_minutes(info, d) for d in days}
    return found.pop() if len(found) == 1 else None


def _minutes(info: ZoneInfo, day: date) -> int:
    away = datetime(day.year, day.month, day.day, 12, tzinfo=info).utcoffset()
    return 0 if away is None else int(away.total_seconds() // 60)
