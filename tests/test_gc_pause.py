"""The garbage collector is paused, and goes on as it was."""

import gc

import pytest

from argmap.gc_pause import gc_paused


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_is_as_it_was(*, is_enabled: bool) -> None:
    """Inside it is off; outside nothing changes, after an error and in pauses too."""
    if not is_enabled:
        gc.disable()
    try:
        with gc_paused():
            with gc_paused():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() is is_enabled
        with pytest.raises(KeyError), gc_paused():
            raise KeyError
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()
