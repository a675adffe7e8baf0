"""Candidates for all reports at once: pairs of readings that share terms, with how much they share and how rare it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from checker.model import Reading

# what a shared term is worth, by the nearer of its two prefixes (see readings/terms.py); a term that stands once in each report counts in full
WORTH = {
    ("n", "n"): 3.0, ("c", "n"): 2.5, ("c", "c"): 2.5, ("a", "n"): 1.5, ("a", "c"): 1.5, ("a", "a"): 1.2, ("h", "h"): 2.0, ("e", "h"): 1.0,
    ("e", "e"): 0.7, ("n", "w"): 0.7, ("c", "w"): 0.7, ("a", "w"): 0.5, ("w", "w"): 0.35, ("v", "v"): 1.5,
}
RARE = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one kind that may answer one question; a and b are indexes into the readings, a before b."""

    a: int
    b: int
    score: float
    named: bool  # the word that names the value is shared
    confirmed: tuple[str, ...]  # shared terms beyond the name that are rare: a holder, an entity, another value, a word of the clause
    shared: tuple[str, ...]


def pairs(readings: Sequence[Reading]) -> tuple[Pair, ...]:
    """Every pair of readings of one kind and dimension that shares a term, best first."""
    rows = [
        (i, r.fact.span.source, _key(r), cue[0], cue[2:])
        for i, r in enumerate(readings)
        if r.question.asks is not None
        for cue in r.cues
    ]
    if not rows:
        return ()
    frame = pl.DataFrame(rows, schema={"id": pl.Int32, "source": pl.Int32, "key": pl.String, "prefix": pl.String, "term": pl.String}, orient="row")
    frame = frame.with_columns(pl.len().over("key", "term", "source").alias("n"))
    worth = pl.DataFrame(
        [(a, b, w) for (a, b), w in WORTH.items()] + [(b, a, w) for (a, b), w in WORTH.items() if a != b],
        schema={"prefix": pl.String, "prefix_b": pl.String, "worth": pl.Float64}, orient="row",
    )
    met = (
        frame.join(frame, on=["key", "term"], suffix="_b")
        .filter(pl.col("id") < pl.col("id_b"))
        .join(worth, on=["prefix", "prefix_b"])
        .with_columns((1.0 / (pl.col("n") * pl.col("n_b")).sqrt()).alias("rarity"))
        .with_columns(
            (pl.col("worth") * pl.col("rarity")).alias("gain"),
            (pl.col("prefix").is_in(["n", "c"]) & pl.col("prefix_b").is_in(["n", "c"])).alias("name"),
            (
                (pl.col("prefix").is_in(["h", "v"]) | pl.col("prefix_b").is_in(["h", "v"]) | (pl.col("worth") >= 0.5)) & (pl.col("rarity") >= RARE)
            ).alias("rare"),
        )
        .sort("id", "id_b", "gain", "term", descending=[False, False, True, False])
        .group_by("id", "id_b", maintain_order=True)
        .agg(
            pl.col("gain").sum().alias("score"),
            pl.col("name").any().alias("named"),
            pl.col("term").filter(pl.col("rare") & ~pl.col("name")).alias("confirmed"),
            pl.col("term").alias("shared"),
        )
        .sort("score", "id", "id_b", descending=[True, False, False])
    )
    return tuple(
        Pair(row["id"], row["id_b"], round(row["score"], 4), row["named"], tuple(row["confirmed"]), tuple(row["shared"])) for row in met.iter_rows(named=True)
    )


def _key(reading: Reading) -> str:
    """Readings meet only within a kind, and measures only within a dimension."""
    return f"{reading.question.kind}:{reading.question.of}" if reading.question.kind == "measure" else reading.question.kind
