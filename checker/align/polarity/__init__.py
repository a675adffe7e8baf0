"""Whether it was: done in one report and not in another, or the opposite."""
