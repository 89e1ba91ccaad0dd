"""Pictures that were laid out once, stored by what they show.

Files are named by a hash of all that a picture depends on and put in place whole,
so that several processes can share the folder.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import attrs

from argmap.diagram import Diagram
from argmap.diagram.raster import pdf
from argmap.diagram.request import IN_TEXTS, Look
from argmap.formats import write_bytes


@attrs.frozen
class Cache:
    """The folder of pictures beside the doctrees of a documentation."""

    folder: Path

    @classmethod
    def of(cls, doctrees: str | Path) -> "Cache":
        """Return the one beside these doctrees."""
        return cls(Path(doctrees) / "argmap")

    def svg(self, diagram: Diagram) -> tuple[str, str]:
        """Return the name of a picture and the picture; see `Diagram.svg`."""
        name = name_of(diagram)
        return name, self._stored(f"{name}.svg", b"</svg>\n", diagram.render).decode()

    def pdf(self, name: str, svg: str) -> bytes:
        """Return the picture of this name on paper; see `argmap.diagram.raster.pdf`."""
        return self._stored(f"{name}.pdf", b"", lambda: pdf(svg))

    def _stored(self, name: str, end: bytes, make: Callable[[], bytes]) -> bytes:
        path = self.folder / name
        with suppress(FileNotFoundError):
            content = path.read_bytes()
            if content and content.endswith(end):
                return content
        content = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
        return content

    def names_from(self, folder: Path) -> list[str]:
        """Return the names of all pictures as seen from a folder, if they are in it."""
        if not self.folder.is_relative_to(folder):
            return []
        below = self.folder.relative_to(folder).as_posix()
        return [f"{below}/{path.name}" for path in self.folder.glob("*.*")]

    def prune(self, names: Collection[str]) -> None:
        """Remove all pictures but those of these names."""
        for path in self.folder.glob("*.*"):
            if path.suffix in {".svg", ".pdf"} and path.stem not in names:
                path.unlink(missing_ok=True)


def name_of(diagram: Diagram) -> str:
    """Return a name made from all that a picture depends on: 32 digits."""
    plan = diagram.plan
    drawn = [each.name for each in attrs.fields(Look) if each.name in IN_TEXTS]
    look = (str(getattr(diagram, each)) for each in drawn)
    content = (version("argmap"), plan.key, plan.summary, *look)
    return blake2b("\0".join(content).encode(), digest_size=16).hexdigest()
