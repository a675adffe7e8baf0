"""What a newsroom sets once: factcheck.toml or [tool.factcheck], and its list of names and titles."""

from __future__ import annotations

from checker.config.authority import Entry, Held, authority_of, read_authority
from checker.config.settings import FILE, MAX_CHARS, Config, Story, find_config, read_config
from checker.config.toml_file import TomlFile

__all__ = [
    "FILE", "MAX_CHARS", "Config", "Entry", "Held", "Story", "TomlFile", "authority_of", "find_config", "read_authority", "read_config",
]
