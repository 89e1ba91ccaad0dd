"""Positions by Graphviz: several layouts of a plan, and the best of them."""
