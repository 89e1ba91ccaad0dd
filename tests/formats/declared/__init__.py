"""Tests of `argmap.formats.declared`, and data in the dialects that are found."""
