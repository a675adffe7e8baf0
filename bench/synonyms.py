#!/usr/bin/env python3
"""Write checker/align/synonyms.toml: verbs that share one of their more frequent meanings in WordNet 3.1.

    bench/synonyms.py      reads ../shared/corpora/wordnet

Each meaning has a word that WordNet counted in running text; verbs with at most one particle ("switch off").
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDNET = ROOT.parent / "shared" / "corpora" / "wordnet"
COUNTED, UNCOUNTED = 3, 1  # meanings of a word that WordNet found in running text, and of one that it did not
SOURCE = "Princeton WordNet 3.1 (WordNet licence), index.verb: verbs that share one of their more frequent meanings"


def groups(part: str, words: int) -> list[str]:
    """Each meaning's words in one line; phrases of at most `words` words."""
    told: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for line in (WORDNET / f"index.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        lemma, _, _, pointers, *rest = line.split()
        counted, meanings = int(rest[int(pointers) + 1]), rest[int(pointers) + 2 :]
        if lemma.count("_") < words and lemma.replace("_", "").isalpha():
            for meaning in meanings[: COUNTED if counted else UNCOUNTED]:
                told[meaning].append((lemma, counted > 0))
    return sorted({" ".join(sorted(w for w, _ in group)) for group in told.values() if len(group) > 1 and any(c for _, c in group)})


def main() -> None:
    lines = ["# Words of one meaning, one meaning a line; a particle after an underscore. The licence of WordNet goes with every copy:"]
    lines += [f"#   {line.rstrip()}".rstrip() for line in (WORDNET / "LICENSE").read_text(encoding="utf-8").strip().splitlines()]
    lines.append(f'source = "{SOURCE}"')
    for name, part, words in (("verbs", "verb", 2),):
        lines += [f"{name} = '''", *groups(part, words), "'''"]
    (ROOT / "checker" / "align" / "synonyms.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
