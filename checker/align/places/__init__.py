"""Where it was: two places for one happening, one seat, one stay."""
