"""The extension as Sphinx sets it up."""

from tests.sphinxext.project import Project


def test_second_build(project: Project) -> None:
    """A page is read again only when its map, or a file in it, has changed."""
    project.write("part.argdown", "[Part]: Before.")
    project.write("talk.argdown", "@include(part.argdown)")
    project.write("inline.rst", ".. argmap::", "", "   @include(part.argdown)")
    project.write(
        "index.rst", ".. argmap:: talk.argdown", "", ".. toctree::", "   inline"
    )
    project.build()

    unchanged = project.build()
    project.write("part.argdown", "[Part]: After it.")
    changed = project.build()

    assert "0 added, 0 changed" in unchanged.status
    assert "0 added, 2 changed" in changed.status
    assert "After it." in changed.text()
    assert "After it." in changed.text("inline.html")


def test_module_is_watched(project: Project) -> None:
    """A page is read again when the module of its object has changed."""
    name = "sphinx_watched"
    project.write(
        f"{name}.py", "from argmap import ArgumentMap", "RENTS = ArgumentMap()"
    )
    project.page(".. argmap::", f"   :object: {name}:RENTS")

    project.write(
        f"{name}.py", "from argmap import ArgumentMap", "RENTS = ArgumentMap( )"
    )

    assert "0 added, 1 changed" in project.build().status
