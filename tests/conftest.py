"""How hard the laws are tried: a profile of Hypothesis for each tier of the tests.

`fast` is what plain `pytest` runs; `--hypothesis-profile` names another. The first two
draw the same examples every time. None fails by the clock, on however busy a machine.
"""

import os
import signal
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import engine

# what the helpers of tests assert is shown with its values, too
pytest.register_assert_rewrite("tests.console", "tests.sphinxext.project")
pytest.register_assert_rewrite("tests.diagram.page.reading", "tests.formats.argdown")

# what is started in the background ignores Ctrl-C, and so do the programs it runs
signal.signal(signal.SIGINT, signal.default_int_handler)

# terminals, processes and limits as only POSIX has them
collect_ignore = ["mutate.py", "cli/test_commands.py"] if os.name == "nt" else []

EXAMPLES: Final = {"fast": 25, "ci": 100, "long": 200}

# a failure is made smaller this many times at most: hundreds can take minutes
engine.MAX_SHRINKS = 60

for name, count in EXAMPLES.items():
    settings.register_profile(
        name,
        max_examples=count,
        deadline=None,
        derandomize=name != "long",
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
# for code that was broken on purpose nothing is made smaller
settings.register_profile(
    "broken", settings.get_profile("fast"), phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("fast")
