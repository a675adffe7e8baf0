"""The blocks of an HTML page, each character with its place in the file."""

from __future__ import annotations

import html
import re
from array import array
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})
_UNREAD = frozenset({
    "audio", "button", "canvas", "embed", "head", "iframe", "label", "math", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea", "video",
})
_ASIDE = frozenset({"aside", "dialog", "footer", "form", "menu", "nav"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
DEEPEST = 600  # elements nested more deeply are read as text of the one around them
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEAR = 100  # how far up an end tag may close
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a page, white space folded."""

    tag: str
    text: str
    offsets: tuple[int, ...]  # one a code point of text
    in_article: bool
    aside: bool  # navigation, footers, forms
    links: float  # the share of its characters that are links

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(slots=True)
class Markup:
    """What a page holds: its blocks, and what its head says."""

    blocks: list[Block] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)  # by lower-case name, property or itemprop; the first of a name
    linked_data: list[str] = field(default_factory=list)  # JSON-LD
    times: list[str] = field(default_factory=list)  # of <time datetime>
    title: str | None = None
    depth: int = 0  # of its most deeply nested element


def read_markup(source: str) -> Markup:
    """The blocks of the page in order; broken markup is read as browsers would, roughly."""
    parser = _Reader(source)
    try:
        parser.feed(_closed(source))
        parser.close()
    except (AssertionError, RecursionError):  # html.parser on some malformed declarations: what was read until there stands
        pass
    parser.flush()
    return parser.markup


def _closed(source: str) -> str:
    """The page up to the first comment, section or tag that nobody closes: html.parser would look for each end again and again."""
    for opening, closing in ((re.compile("<!--"), "-->"), (re.compile(r"<!\[CDATA\["), "]]>"), (re.compile("<[A-Za-z/!?]"), ">")):
        unclosed = opening.search(source, source.rfind(closing) + 1)
        if unclosed:
            source = source[: unclosed.start()]
    return source


class _Reader(HTMLParser):
    """Keeps the open elements, and gathers text until a block begins or ends."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.markup = Markup()
        self.starts = array("Q", [0, *(m.end() for m in re.finditer("\n", source))])
        self.open: list[tuple[str, bool]] = []  # tag, hidden
        self.depth = {"unread": 0, "aside": 0, "article": 0, "link": 0, "tr": 0, "pre": 0, "svg": 0}
        self.chars: list[str] = []
        self.places: list[int] = []
        self.linked = 0
        self.script: list[str] | None = None
        self.title: list[str] | None = None
        self.cells = 0

    def place(self) -> int:
        line, column = self.getpos()
        return int(self.starts[line - 1]) + column

    # ------------------------------------------------------------ tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("name") or given.get("property") or given.get("itemprop") or "").lower()
            if name and given.get("content"):
                self.markup.meta.setdefault(name, given["content"])
        elif tag == "time" and given.get("datetime"):
            self.markup.times.append(given["datetime"])
        elif tag == "script":
            self.script = [] if "ld+json" in given.get("type", "").lower() else None
        elif tag == "title" and self.markup.title is None and not self.depth["article"] and not self.depth["svg"]:
            self.title = []
        if tag in ("p", "li", "td", "th", "tr", "dd", "dt", "option") and self.open and self.open[-1][0] == tag:
            self.handle_endtag(tag)  # the end tag that is often left out
        if tag == "body":
            while self.open and self.open[-1][0] == "head":
                self.handle_endtag("head")
        if tag in ("td", "th"):
            self.next_cell()
        else:
            self.at_edge(tag)
        if tag == "br":
            self.add("\n", self.place())
        if tag in _VOID:
            return
        hidden = "hidden" in given or given.get("aria-hidden") == "true" or bool(_HIDDEN.search(given.get("style", "")))
        if len(self.open) < DEEPEST:
            self.open.append((tag, hidden))
            self.count(tag, hidden, 1)
            self.markup.depth = max(self.markup.depth, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self.title is not None:
            self.markup.title = " ".join("".join(self.title).split()) or None
            self.title = None
        if tag == "script" and self.script is not None:
            self.markup.linked_data.append("".join(self.script))
            self.script = None
        if not any(t == tag for t, _ in self.open[-_NEAR:]):
            return
        self.at_edge(tag)
        while self.open:
            closed, hidden = self.open.pop()
            self.count(closed, hidden, -1)
            if closed == tag:
                break

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self.open and self.open[-1][0] == tag and tag in ("script", "svg", "path", "use"):
            self.handle_endtag(tag)

    def count(self, tag: str, hidden: bool, by: int) -> None:
        self.depth["unread"] += by * (tag in _UNREAD or hidden)
        self.depth["aside"] += by * (tag in _ASIDE)
        self.depth["article"] += by * (tag in ("article", "main"))
        self.depth["link"] += by * (tag == "a")
        if tag in ("tr", "pre", "svg"):
            self.depth[tag] += by

    def at_edge(self, tag: str) -> None:
        """A block begins or ends here, unless it stands in a row of a table."""
        if tag in _BLOCKS and not (tag in ("p", "div", "td", "th") and self.depth["tr"]):
            self.flush()

    def next_cell(self) -> None:
        """The cells of a row stay together: "Killed: 12"."""
        if any(c.strip() for c in self.chars):
            for c in ": " if self.cells == 0 else ", ":
                self.add(c, self.place())
            self.cells += 1

    # ------------------------------------------------------------ text

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)
        elif self.title is not None:
            self.title.append(data)
        elif not self.depth["unread"]:
            at = self.place()
            self.chars.extend(data)
            self.places.extend(range(at, at + len(data)))
            if self.depth["link"]:
                self.linked += len(data)

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def reference(self, written: str) -> None:
        meant = html.unescape(written)
        if self.title is not None:
            self.title.append(meant)
        elif self.script is None:
            for c in meant if meant != written else written.rstrip(";"):
                self.add(c, self.place())

    def add(self, c: str, at: int) -> None:
        if not self.depth["unread"]:
            self.chars.append(c)
            self.places.append(at)

    def flush(self) -> None:
        """What was gathered becomes a block; two line breaks in a row divide it."""
        text = "".join(self.chars)
        places, links = self.places, self.linked
        self.chars, self.places, self.linked, self.cells = [], [], 0, 0
        if not text.strip():
            return
        tag = next((t for t, _ in reversed(self.open) if t in _BLOCKS), "body")
        divided = "\n" in text and (self.depth["pre"] or self.broken(text, places))
        ends = [m.span() for m in _EMPTY_LINE.finditer(text)] if divided else []
        for start, end in zip([0, *(e for _, e in ends)], [*(s for s, _ in ends), len(text)], strict=True):
            folded: list[str] = []
            where: list[int] = []
            for i in range(start, end):
                c = text[i]
                if c.isspace() and c not in "\u00a0\u202f\u2009":
                    if not folded or folded[-1] == " ":
                        continue
                    c = " "
                folded.append(c)
                where.append(places[i])
            while folded and folded[-1].isspace():
                folded.pop()
                where.pop()
            if folded:
                self.markup.blocks.append(
                    Block(tag, "".join(folded), tuple(where), self.depth["article"] > 0, self.depth["aside"] > 0, links / len(text))
                )

    def broken(self, text: str, places: list[int]) -> bool:
        """Whether two of the line breaks in a row come from <br>."""
        return bool(_EMPTY_LINE.search(text)) and any(
            self.source[places[m.start()] : places[m.start()] + 3].lower() == "<br" for m in re.finditer("\n", text)
        )

