"""Files that come with another PyPI package: where they lie, and whether they are those this version was measured with."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping
from pathlib import Path

from checker.errors import PipelineError


def folder_of(package: str, requirement: str) -> Path:
    """The folder of an installed package; found without running it, for importing some takes long or sets up logging.

    Raises PipelineError where it is not installed.
    """
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise PipelineError(f"The package {requirement.split('=')[0]} is not installed.", hint=f"Install it: pip install {requirement}")
    return Path(found.origin).parent


def check_files(home: Path, digests: Mapping[str, str], requirement: str) -> None:
    """Raises PipelineError where a file is missing or is another than it was when this version was measured."""
    for name, digest in digests.items():
        path = home / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise PipelineError(
                f"A file of {requirement.split('=')[0]} is missing or altered.",
                path=str(path),
                hint=f"Reinstall it: pip install --force-reinstall {requirement}",
            )
