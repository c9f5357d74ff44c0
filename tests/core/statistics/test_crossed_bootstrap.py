"""The bootstrap over readers and cases."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.core.statistics.crossed_bootstrap import crossed_bootstrap


def test_the_interval_of_a_mean_grows_with_what_readers_differ() -> None:
    rng = np.random.default_rng(0)
    noise = rng.normal(size=(6, 40))
    alike = crossed_bootstrap(noise, lambda table: float(table.mean()), 400)
    apart = crossed_bootstrap(noise + rng.normal(size=(6, 1)) * 3, lambda table: float(table.mean()), 400)
    assert alike.holds(0)
    assert apart.high - apart.low > 3 * (alike.high - alike.low)


def test_the_same_table_gives_the_same_interval_and_gaps_are_passed_over() -> None:
    table = np.arange(20.0).reshape(2, 10)
    table[0, 3] = np.nan
    first, second = (crossed_bootstrap(table, lambda t: float(np.nanmedian(t)), 100) for _ in range(2))
    assert first == second
    assert first.low <= first.value <= first.high
