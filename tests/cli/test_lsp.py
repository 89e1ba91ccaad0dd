"""`argmap lsp`."""

import pytest

from argmap import language_server
from tests.cli.conftest import Run


@pytest.mark.parametrize("words", [[], ["--stdio"]])
def test_an_editor_is_served(
    run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is begun once, whether an editor says how or not."""
    begun: list[None] = []
    monkeypatch.setattr(language_server, "serve", lambda: begun.append(None))

    assert run("lsp", *words).exit_code == 0
    assert begun == [None]
