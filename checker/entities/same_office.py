"""Whether a title told without a name is that of somebody named: "the minister" of the health minister."""

from __future__ import annotations

from checker.facts import offices, organization
from checker.facts.title import Title, compare


def fits(short: Title, full: Title) -> bool:
    """True where "the minister" can mean the health minister."""
    if short.country and full.country and short.country != full.country:
        return False
    if short.body and full.body and organization.LEVELS[organization.how(short.body, full.body)] != "agree":
        return False
    if not _same_states(short, full):
        return False
    return (
        short.office == full.office
        or full.office.split()[-1] == short.office
        or (short.office != "official" and offices.is_broader(short.office, full.office))
    )


def same(a: Title, b: Title) -> bool:
    """One office of one body or land, both said."""
    level = compare(a, b).level
    if not _same_states(a, b) or level not in ("same", "synonym", "broader", "dated", "former-differs", "another-role"):
        return False
    if a.body and b.body:
        return organization.LEVELS[organization.how(a.body, b.body)] == "agree" and (
            a.office == b.office or offices.is_broader(a.office, b.office) or offices.is_broader(b.office, a.office)
        )
    return bool(a.country and a.country == b.country) and level in ("same", "synonym")


def as_exact(lead: Title, told: Title) -> bool:
    """ "A Belgian nurse" of a lead is the nurse whom another report names."""
    if lead.office != told.office or lead.states or told.states or lead.office in ("official", "witness", "resident", "officer", "expert"):
        return False
    return not (lead.country and told.country and lead.country != told.country)


def _same_states(a: Title, b: Title) -> bool:
    """Deputy with deputy, and past with past: who "ran the board" is its former head."""
    past_a, past_b = ({"former", "dated"} & set(t.states) for t in (a, b))
    return ("deputy" in a.states) == ("deputy" in b.states) and bool(past_a) == bool(past_b)
