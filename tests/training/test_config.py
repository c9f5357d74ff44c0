"""Training settings: the shipped file is complete, mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.config import parse_config, read_config


def test_the_shipped_configuration_is_read() -> None:
    config = read_config("basic")
    assert config.model.name == "basic"
    assert set(config.atlas.salience) <= set(TISSUES)
    assert config.batch.computed > 0


def test_minutes_given_by_the_caller_replace_the_files() -> None:
    config = read_config("basic", minutes=2)
    assert config.run.minutes == 2
    assert config.run.steps == 0
    with pytest.raises(TrainingError, match="no time to train in"):
        read_config("basic", minutes=0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[run", "no valid TOML"),
        ("[walk]\nfast = true", "unknown table"),
        ("[run]\nfast = true", "unknown key"),
        ("[run]\nseed = 'one'", "not of the right kind"),
        ("[run]\nseed = true", "not of the right kind"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, message: str) -> None:
    with pytest.raises(TrainingError, match=message):
        parse_config(text, "my.toml")


def test_a_whole_number_serves_where_a_fraction_is_wanted() -> None:
    assert parse_config("[run]\nminutes = 3", "my.toml").run.minutes == 3.0


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(TrainingError, match=r"absent\.toml"):
        read_config(str(Path("absent.toml")))
