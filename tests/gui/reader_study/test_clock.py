"""Time counts while the clock runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.gui.reader_study.clock import Clock


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 1000)), max_size=20))
def test_only_the_time_between_start_and_stop_counts(steps: list[tuple[bool, int]]) -> None:
    now = 0.0
    clock = Clock(lambda: now)
    counted = 0.0
    for runs, seconds in steps:
        if runs:
            clock.start()
        else:
            clock.stop()
        now += seconds
        counted += seconds if runs else 0
        assert clock.runs is runs
        assert clock.seconds == counted
    clock.reset()
    assert clock.seconds == 0
