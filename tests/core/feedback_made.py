"""Feedback as hypothesis makes it."""

from __future__ import annotations

from datetime import datetime

from hypothesis import strategies as st

from tests.core.regions_made import SHAPE, regions
from xraycolor_gui.core.colorization import TISSUES, Appearance, ModelId
from xraycolor_gui.core.feedback import Feedback, FilmId, Screen, Verdict, new_id
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.regions import Rectangle

_DAY, _NIGHT = datetime(2024, 1, 1), datetime(2024, 12, 31)

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)
FILM = FilmId("ab" * 32, *SHAPE, 0, "1.2.3.4.3", "1.2.840.10008.5.1.4.1.1.1", "1.2.3.4.2", "1.2.3.4.1")
SCREENS = st.builds(
    Screen,
    st.builds(
        Appearance,
        st.none() | st.just(ModelId("basic", "cd" * 32, "Basic")),
        st.sampled_from(["anatomical", "safe"]),
        st.floats(0, 1.5),
        st.just("W 2048 L 1024"),
        st.sampled_from([(), ("bone",), ("lung", "fat")]),
        st.sampled_from(ColourSource),
        TEXT,
        st.booleans(),
        st.none() | st.floats(0, 1),
        st.integers(0, 300),
    ),
    st.floats(0.01, 32),
    st.integers(0, 3),
    st.booleans(),
)


@st.composite
def feedback(draw: st.DrawFn, films: st.SearchStrategy[FilmId] = st.just(FILM)) -> Feedback:  # noqa: B008
    """Drafts, verdicts of every kind, and ratings of whole films."""
    region = draw(st.none() | regions())
    verdict = draw(st.none() | st.sampled_from(Verdict)) if region is not None else None
    tissues = st.sampled_from([name for name in TISSUES if name != "background"])
    return Feedback(
        id=new_id(),
        reader=draw(st.sampled_from(["anna", "bela", "Dr Ž"])),
        time=draw(st.datetimes(min_value=_DAY, max_value=_NIGHT)).isoformat(timespec="microseconds") + "+00:00",
        software="XrayColor 0.1",
        film=draw(films),
        screen=draw(st.none() | SCREENS),
        region=region,
        verdict=verdict,
        tissue=draw(tissues if verdict is Verdict.WRONG_TISSUE else st.just("") | tissues),
        label=draw(TEXT),
        comment=draw(TEXT),
        rating=draw(st.none() | st.integers(1, 5)) if region is None else None,
    )


def given_feedback(**changes: object) -> Feedback:
    """A plain record: "wrong tissue, this is bone" of a rectangle."""
    made: dict[str, object] = {
        "id": new_id(),
        "reader": "anna",
        "time": "2024-05-06T07:08:09.000001+00:00",
        "software": "XrayColor 0.1",
        "film": FILM,
        "region": Rectangle(10, 12, 40, 30),
        "verdict": Verdict.WRONG_TISSUE,
        "tissue": "bone",
        "comment": "A rib, not heart.",
    }
    return Feedback(**{**made, **changes})  # type: ignore[arg-type]
