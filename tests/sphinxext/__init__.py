"""The Sphinx extension, in real builds of small projects."""
