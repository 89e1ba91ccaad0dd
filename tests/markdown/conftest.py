"""A folder of maps."""

from pathlib import Path

import pytest

from tests.markdown.fences import BROKEN, MAP


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a folder of maps beside a file that is none of their business."""
    (tmp_path / "secret.argdown").write_text("[Secret]: Secret.\n")
    root = tmp_path / "maps"
    (root / "inner").mkdir(parents=True)
    (root / "rents.argdown").write_text(MAP)
    (root / "broken.argdown").write_text(BROKEN)
    (root / "bytes.argdown").write_bytes(b"[A]: \xff\n")
    (root / "inner" / "all.argdown").write_text("@include(part.argdown)\n")
    (root / "inner" / "part.argdown").write_text("\n" + BROKEN)
    (root / "out.argdown").symlink_to(tmp_path / "secret.argdown")
    (root / "away").symlink_to(tmp_path)
    (root / "notes.txt").write_text("Rents rose.\n")
    (root / "loop.argdown").symlink_to("loop.argdown")
    (root / "sly.argdown").write_text("@include(../secret.argdown)\n")
    return root
