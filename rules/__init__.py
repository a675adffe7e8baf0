"""The catalogue: one .toml file per rule, read by checker.catalogue."""
