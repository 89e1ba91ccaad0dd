"""Positions by Graphviz: several layouts of a plan, and the best of them."""

from argmap.diagram.graph.candidates import lay_out_graph

__all__ = ["lay_out_graph"]
