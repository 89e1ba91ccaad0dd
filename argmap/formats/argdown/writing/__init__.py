"""From an argument map to text in Argdown.

What is a reconstruction and what a relation is decided first, then how parts are
named; then the body is written block by block, and the front matter last.
"""

from argmap.formats.argdown.writing.front_matter import completed, with_front_matter
from argmap.formats.argdown.writing.front_matter import write as write

__all__ = ["completed", "with_front_matter", "write"]
