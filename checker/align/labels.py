"""The question of a reading in a few words, for the head of a finding and for lists."""

from __future__ import annotations

from checker.model import Reading

_START = {
    "count": "how many", "date": "when", "time": "when", "place": "where", "duration": "how long", "ordinal": "which in order",
}
_OF_DEEDS = {"money": "how much", "percent": "what percentage", "measure": "what measure"}  # "cost" and "depth" say it themselves
_AUXILIARIES = frozenset({"is", "was", "were", "are", "be", "been", "had", "has", "have"})
_CALLED = {"office": "title", "member": "body", "origin": "home"}  # the field of a card -> what an editor calls it


def label_of(reading: Reading) -> str:
    """The question in a few words, those of the report where it has them."""
    q = reading.question
    if reading.of_card:
        return _of_card(reading)
    quoted = [said.split('"')[1] for said in reading.evidence if said.count('"') == 2]
    words = [w if w.isupper() else w.lower() for w in quoted if w.lower() not in _AUXILIARIES]
    words = [w for w in words if w not in (reading.holder or "").lower().split()]  # the holder is named behind
    asks = " ".join(dict.fromkeys(words)) or (q.asks or "").replace("_", " ").replace("-", " ")
    about = f" ({reading.holder})" if reading.holder else ""
    named, *rest = words if q.kind == "count" and len(words) > 1 else [asks]
    if rest:
        return f"how many {named}: {rest[0]}{about}"
    done = any(said.startswith("governed by") and said.split('"')[1].lower() in words for said in reading.evidence)
    start = _START.get(q.kind) or (_OF_DEEDS.get(q.kind) if done else None)
    return (f"{start}: {asks}" if start else asks) + about


def _of_card(reading: Reading) -> str:
    """The question of a card's field in a few words."""
    q = reading.question
    who = (reading.holder or "").removeprefix("role:")
    if q.kind == "name":
        return f"he or she: {who}" if q.asks == "gender" else f"who is {who}" if who else "who"
    asks = _CALLED.get(q.asks or "", q.asks or "").replace("_", " ").replace("-", " ")
    return f"{asks} of {who}" if who else asks
