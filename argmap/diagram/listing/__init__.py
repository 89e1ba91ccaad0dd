"""Positions as a list: claims below each other, each under what it leads to."""
