"""Who it was: two doers of one deed, two bodies in one part."""
