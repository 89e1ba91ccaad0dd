"""Laws of the names of pages."""

from argmap.pages import is_page


def test_names_of_pages() -> None:
    """A page is known by its suffix."""
    assert [
        each
        for each in ("a.MD", "b.markdown", "c.rst", "d.ipynb", "e.txt", "md")
        if is_page(each)
    ] == ["a.MD", "b.markdown", "c.rst", "d.ipynb"]
