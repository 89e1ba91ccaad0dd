"""A page to read an argument: the picture, what there is to say of each claim, sources.

The page is one file that asks nothing of anybody else. It is a tree of elements until
it is written, so that no text can be taken for markup. Each claim has an article with a
link to it, which the browser shows when it is followed; the script adds what links
cannot do: zoom, dragging, and finding the words in a source.
"""

from argmap.diagram.page.document import page

__all__ = ["page"]
