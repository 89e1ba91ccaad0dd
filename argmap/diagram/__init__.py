"""Diagrams: what is drawn, where it goes, and the picture in several notations."""

from argmap.diagram.drawing import PICTURES, Diagram, draw, render
from argmap.diagram.engine import Engine
from argmap.diagram.outline import outline
from argmap.diagram.style import Direction, Layout, Theme

__all__ = [
    "PICTURES",
    "Diagram",
    "Direction",
    "Engine",
    "Layout",
    "Theme",
    "draw",
    "outline",
    "render",
]
