"""The walls: no stage imports one that comes after it, nothing slow is loaded early, and a wheel holds what the tree holds."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ORDER = (
    "errors", "model", "config", "ingest", "language", "concepts", "facts", "entities", "happenings", "readings", "align", "rulefile",
    "catalogue", "judge", "story", "examples", "report", "cli",
)


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT / "checker").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """The stages that a file imports, with the line; imports for type checking only do not run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unrun = {id(n) for top in ast.walk(tree) if isinstance(top, ast.If) and "TYPE_CHECKING" in ast.dump(top.test) for n in ast.walk(top)}
    for node in ast.walk(tree):
        if id(node) in unrun:
            continue
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [f"checker.{a.name}" for a in node.names] if node.module == "checker" else [node.module]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "checker" and len(parts) > 1 and parts[1] in ORDER:
                yield parts[1], getattr(node, "lineno", 0)


def test_every_stage_has_its_place_in_the_order() -> None:
    stages = {stage_of(p) for p in (ROOT / "checker").rglob("*.py")} - {"__init__"}
    assert stages <= set(ORDER), sorted(stages - set(ORDER))


def test_no_stage_imports_one_to_its_right() -> None:
    steps = [
        f"{path.relative_to(ROOT)}:{line} imports checker.{other}"
        for path in sorted((ROOT / "checker").rglob("*.py"))
        if (stage := stage_of(path)) != "__init__"
        for other, line in imported(path)
        if ORDER.index(other) > ORDER.index(stage)
    ]
    assert steps == []


def test_only_the_command_line_prints_or_reads_the_environment() -> None:
    found = []
    for path in sorted((ROOT / "checker").rglob("*.py")):
        if stage_of(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "exit", "input", "sys.exit")
            asked = isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "os.getenv")
            if called or asked:
                found.append(f"{path.relative_to(ROOT)}: {ast.unparse(node)}")
    assert found == []


LIGHT = (
    ["--help"], ["compare", "--help"], ["compare", "--no-such-option"], ["explain", "NO99"], ["explain", "DUR01"], ["rules"],
    ["compare", "no-such-file.txt"],
)


@pytest.mark.parametrize("arguments", LIGHT)
def test_help_rules_and_usage_errors_load_nothing_slow(arguments: list[str]) -> None:
    code = (
        "import sys, checker.cli; checker.cli.main(sys.argv[1:]);"
        "print([m for m in ('spacy', 'polars', 'numpy', 'trafilatura', 'rich') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_packages_of_the_wheel_are_those_of_the_tree() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    tree = {".".join(p.parent.relative_to(ROOT).parts) for p in (ROOT / "checker").rglob("__init__.py")} | {"checker.rules"}
    assert set(told["packages"]) == tree


def test_every_data_file_goes_into_the_wheel() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = told["package-data"]
    packages = set(told["packages"])
    lost = []
    for path in sorted((*(ROOT / "checker").rglob("*"), *(ROOT / "rules").rglob("*"))):
        if not path.is_file() or path.suffix == ".py" or "__pycache__" in path.parts:
            continue
        names = {p: "checker.rules" if p.parts == ("rules",) else ".".join(p.parts) for p in path.relative_to(ROOT).parents}
        package = next(p for p, name in names.items() if name in packages)
        within = path.relative_to(ROOT / package)
        fits = [*patterns.get("*", []), *patterns.get(names[package], [])]
        if not any(within.match(pattern) if "**" in pattern else within.match(pattern) and len(within.parts) == 1 for pattern in fits):
            lost.append(str(path.relative_to(ROOT)))
    assert lost == []
