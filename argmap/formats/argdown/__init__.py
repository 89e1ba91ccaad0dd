"""Argdown, the text language of argument maps."""
