"""The simulated reader, what is fitted on its clicks, and what is measured by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.models.made_traits import HEART, LUNG, SOFT, WEIGHING, two_lungs
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.alikeness import SIGNS, Ground, load_alikeness, read_alikeness
from xraycolor_gui.training.corrections.fit import Lesson, fit, lessons
from xraycolor_gui.training.corrections.measure import CORRECTIONS, measure, methods
from xraycolor_gui.training.corrections.reader import ReadFilm, click, mistaken, next_click
from xraycolor_gui.training.real_films import Label


def _film(mistake: bool = True) -> ReadFilm:
    """Both ovals are lung in truth; with a mistake, a part of the right one is seen as heart."""
    traits = two_lungs().traits
    assert traits is not None
    led = traits.shares.argmax(axis=2)
    labels = np.where(led == SOFT, Label.ELSE, Label.LUNG).astype(np.uint8)
    shares = traits.shares.copy()
    right = led == HEART
    if mistake:
        right[:24] = False
    else:
        right[:] = False
    swapped = (led == HEART) & ~right
    shares[swapped, LUNG], shares[swapped, HEART] = shares[swapped, HEART], shares[swapped, LUNG]
    return ReadFilm(Ground(replace(traits, shares=shares), WEIGHING), labels, TISSUES, "p1")


def test_the_reader_sees_what_leads_wrongly_and_what_it_should_be() -> None:
    (error,) = _film().errors(40)
    assert error.tissue == "lung"
    assert error.where.sum() > 200
    assert not list(_film(mistake=False).errors(1))


def test_the_reader_clicks_deepest_into_the_error_and_then_where_it_is_still_worst() -> None:
    film = _film()
    (error,) = film.errors(40)
    wanted = film.as_it_should_be("lung")
    assert wanted is not None
    first = click(error.where, "lung")
    assert error.where[int(first.region.y), int(first.region.x)]  # type: ignore[union-attr]
    shown = film.ground.shown.copy()
    shown[:40] = wanted
    second = next_click(error, shown, wanted, TISSUES)
    assert second.region.y > 40  # type: ignore[union-attr]


def test_a_tissue_that_leads_rightly_almost_nowhere_tells_nothing_of_itself() -> None:
    film = _film()
    assert film.as_it_should_be("heart") is None


def test_a_worse_model_takes_a_whole_organ_for_something_else() -> None:
    film = replace(_film(mistake=False), labels=_film().labels)
    large = np.kron(film.labels, np.ones((1, 1), np.uint8))
    worse = mistaken(replace(film, labels=large), np.random.default_rng(3))
    assert worse is not None
    assert sum(error.where.sum() for error in worse.errors(100)) > 400
    assert mistaken(replace(film, labels=np.zeros_like(large)), np.random.default_rng(3)) is None


def test_lessons_hold_places_that_a_click_should_reach_and_others() -> None:
    taught = list(lessons([_film()]))
    assert taught
    for lesson in taught:
        assert lesson.signs.shape == (len(lesson.alike), SIGNS)
        assert lesson.alike.any() and not lesson.alike.all()
        assert lesson.weight[lesson.alike].sum() == pytest.approx(1.0, abs=1e-5)


def test_what_is_fitted_tells_alike_from_unlike() -> None:
    rng = np.random.default_rng(0)
    alike = rng.random(4000) < 0.5
    signs = rng.normal(size=(4000, SIGNS)).astype(np.float32)
    signs[:, 3] += 3.0 * alike
    found = fit([Lesson(signs, alike, np.ones(4000, np.float32))])
    right = (found.odds(signs) > 0) == alike
    assert right.mean() > 0.9


def test_without_errors_there_is_nothing_to_fit() -> None:
    with pytest.raises(TrainingError, match="No film shows an error"):
        fit([])


def test_what_is_fitted_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "alikeness.npz"
    load_alikeness().save(path)
    signs = np.random.default_rng(0).normal(size=(5, SIGNS)).astype(np.float32)
    np.testing.assert_array_equal(read_alikeness(path).odds(signs), load_alikeness().odds(signs))


def test_corrections_are_measured_beside_other_methods() -> None:
    rows = {row.method: row for row in measure([_film()], palette("anatomical"), methods(load_alikeness()))}
    assert set(rows) == {"no adapter", "flood fill", "Levin 2004", "adapter"}
    assert rows["no adapter"].left == pytest.approx(1.0)
    assert rows["no adapter"].moved == pytest.approx(0.0)
    assert rows["adapter"].left < 0.5
    assert rows["adapter"].moved < rows["flood fill"].moved + 1.0
    assert len(rows["adapter"].after_each) == CORRECTIONS
    assert rows["adapter"].errors == 1
