"""The studies dock: rows, groups, states in words, thumbnails, the search, and the strip."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.made import Read, film, steps
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, Source, Window
from xraycolor_gui.core.study import Place
from xraycolor_gui.gui.film_list import FilmList
from xraycolor_gui.gui.film_words import state_words
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.panels.studies_model import Role, StudiesModel, film_day, film_title, group_title
from xraycolor_gui.gui.panels.studies_tree import StudiesTree
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.thumbnails import SIDE, Thumbnails, thumbnail
from xraycolor_gui.gui.words import day_text

DISPLAY = Qt.ItemDataRole.DisplayRole


Tree = dict[str, Any]


def made(name: str, study: str = "", series: str = "", number: int | None = None, **labels: str) -> Film:
    path = Path(f"/folder/{name}.dcm")
    source = Source(path, "DICOM", study_uid=study, series_uid=series)
    return Film(path, Labels(**labels), source, place=Place(instance_number=number))


@pytest.fixture
def films(qtbot: QtBot) -> Iterator[FilmList]:
    one = FilmList(steps(film()))
    yield one
    one.close()


@pytest.fixture
def model(films: FilmList) -> Iterator[StudiesModel]:
    one = StudiesModel(films.find)
    # Fails the test at once if the model breaks Qt's rules.
    tester = QAbstractItemModelTester(one, QAbstractItemModelTester.FailureReportingMode.Fatal)
    films.filmsChanged.connect(lambda: one.set_groups(films.groups))
    films.filmChanged.connect(one.film_changed)
    yield one
    del tester


def rows(model: StudiesModel, above: QModelIndex | None = None) -> Tree:
    """Titles of headings with what is below them; of films the state."""
    parent = above or QModelIndex()
    below = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return {str(one.data()): rows(model, one) if model.film(one) is None else model.film(one).state for one in below}  # type: ignore[union-attr]


def titles(model: StudiesModel) -> dict[str, list[str]]:
    return {name: list(below) for name, below in rows(model).items()}


def test_films_are_listed_by_patient_and_else_by_folder(films: FilmList, model: StudiesModel) -> None:
    films.add((made("a", "1", patient_id="CXR-1", view="PA"), made("b")))
    films.add((made("c", "1", patient_id="CXR-1", body_part="CHEST", view="LL"),))
    assert titles(model) == {"CXR-1": ["PA", "Chest LL"], "folder": ["b"]}
    assert model.index(0, 0).data(Role.COUNT) == "2 films"
    assert model.index(1, 0).data(Role.COUNT) == "1 film"


def test_the_list_grows_changes_and_shrinks_without_losing_its_place(films: FilmList, model: StudiesModel) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    many = [made(str(number), str(number // 3), patient_id=str(number // 3), view=str(number)) for number in range(7)]
    kept = []
    for count, one in enumerate(many, start=1):
        films.add((one,))
        assert sum(len(members) for members in titles(model).values()) == count
        kept.append(QPersistentModelIndex(model.index_of(one)))
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: changed.append(first))
    films.change(many[3].path, state=FilmState.COLOURED)
    assert [index.data(Role.FILM).path for index in changed] == [many[3].path]
    films.remove(many[4].path)
    assert [index.data() for index in kept] == ["0", "1", "2", "3", None, "5", "6"]
    for one in many:
        films.remove(one.path)
    assert rows(model) == {} and resets == []


def test_a_level_that_would_say_the_same_of_all_its_films_is_left_out(films: FilmList, model: StudiesModel) -> None:
    one = {"patient_id": "P"}
    now, before = {"study_date": "20250312", "modality": "DX", **one}, {"study_date": "20230903", **one}
    films.add((made("a", "1", "1", view="PA", **now),))
    assert titles(model) == {"P": ["PA"]}
    films.add((made("prior", "2", "9", view="PA", series_description="prior", **before),))
    assert titles(model) == {"P": ["PA", "PA"]} or list(rows(model)["P"]) == ["PA"]
    assert [film.path.stem for film in films.films] == ["a", "prior"]
    films.add((made("b", "1", "1", view="LL", **now),))
    assert list(rows(model)["P"]) == ["12 Mar 2025, DX", "PA"]
    films.add(tuple(made(f"c{n}", "1", "2", series_description="Hands", view=str(n), **now) for n in (1, 2)))
    study = rows(model)["P"]["12 Mar 2025, DX"]
    assert {name: list(below) for name, below in study.items()} == {"PA": ["PA", "LL"], "Hands": ["1", "2"]}
    films.remove(Path("/folder/b.dcm"))
    films.remove(Path("/folder/c2.dcm"))
    assert list(rows(model)["P"]["12 Mar 2025, DX"]) == ["PA", "1"]


def test_films_of_a_series_stand_in_the_order_of_their_numbers_whenever_they_come(
    films: FilmList, model: StudiesModel
) -> None:
    for number in (3, 1, 10, 2):
        films.add((made(f"IM{number}", "1", "1", number, patient_id="P", view=str(number)),))
    films.add((made("IM0", "1", "1", patient_id="P", view="none"),))
    assert titles(model) == {"P": ["1", "2", "3", "10", "none"]}
    assert [film.place.instance_number for film in films.films] == [1, 2, 3, 10, None]


def test_a_film_moves_to_its_patient_when_its_header_is_read(films: FilmList, model: StudiesModel) -> None:
    told = made("b", "1", patient_id="P", view="PA")
    films.add((Film(told.path), made("a", "2", patient_id="Q", view="LL")))
    assert titles(model) == {"folder": ["b"], "Q": ["LL"]}
    films.add((told,))
    assert titles(model) == {"Q": ["LL"], "P": ["PA"]}


@given(
    st.lists(
        st.tuples(*(st.integers(0, 2) for _ in range(4)), st.sampled_from(["add", "add", "remove", "read"])),
        max_size=25,
    )
)
def test_whatever_comes_and_goes_the_tree_is_the_one_made_at_once(
    qapp: object, steps_taken: list[tuple[int, int, int, int, str]]
) -> None:
    films = FilmList(steps(film()))
    model = StudiesModel(films.find)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    films.filmsChanged.connect(lambda: model.set_groups(films.groups))
    for patient, study, series, number, what in steps_taken:
        name = f"{patient}{study}{series}{number}"
        one = made(name, f"{patient}{study}", f"{patient}{study}{series}", number, patient_id=f"P{patient}", view=name)
        if what == "remove":
            films.remove(one.path)
        else:
            films.add((one if what == "add" else Film(one.path),))
    whole = StudiesModel(films.find)
    whole.set_groups(films.groups, anew=True)
    assert rows(model) == rows(whole)
    assert [model.film(model.index_of(one)) for one in films.films] == list(films.films)
    films.close()
    del tester


def test_an_index_finds_its_film_and_a_film_its_index(films: FilmList, model: StudiesModel) -> None:
    films.add((made("a", "1"), made("b", "2")))
    for one in films.films:
        assert model.film(model.index_of(one)) == one
    assert not model.index_of(made("c", "3")).isValid()
    assert not model.index_of(None).isValid()
    assert model.film(model.index(0, 0)) is None


def test_states_are_told_in_words() -> None:
    words = {state: state_words(state) for state in FilmState}
    assert words[FilmState.COLOURED] == "Coloured"
    assert words[FilmState.UNREADABLE] == "Cannot be read"
    assert words[FilmState.GREY_ONLY] == "Grey only"
    assert words[FilmState.STAYS_GREY] == "Stays grey"
    assert len(set(words.values())) == 6


def test_a_screen_reader_hears_title_day_and_state(films: FilmList, model: StudiesModel) -> None:
    films.add((made("a", "1", view="PA", study_date="20250312"),))
    text = model.index(0, 0, model.index(0, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.splitlines() == ["PA", "12 Mar 2025", "Not opened yet"]


def test_titles_take_what_the_file_tells_and_else_its_name() -> None:
    assert film_title(Film(Path("IM1.dcm"))) == "IM1"
    assert film_title(made("IM1", series_description="Thorax")) == "Thorax"
    assert film_title(made("IM1", body_part="HAND", view="PA", laterality="L")) == "Hand PA, left"
    assert film_title(made("IM1", laterality="R")) == "IM1, right"


def test_names_from_files_are_no_markup_in_tooltips(films: FilmList, model: StudiesModel) -> None:
    films.add((made("<b>a", "1", patient_id="<img src=x>"),))
    group = model.index(0, 0)
    for index, name in ((group, "<img src=x>"), (model.index(0, 0, group), "<b>a")):
        tooltip = model.data(index, Qt.ItemDataRole.ToolTipRole)
        document = QTextDocument()
        document.setHtml(tooltip)
        assert name in document.toPlainText()
    assert film_day(Film(Path("IM1.dcm"))) == ""
    assert group_title(made("IM1", "1")) == "folder"
    assert group_title(made("IM1", "1", patient_name="Doe")) == "Doe"


@pytest.mark.parametrize(
    ("stored", "shown"), [("20250312", "12 Mar 2025"), ("2025.03.12", "12 Mar 2025"), ("1970", "1970"), ("", "")]
)
def test_a_date_that_is_none_stays_as_the_file_has_it(stored: str, shown: str) -> None:
    assert day_text(stored) == shown


def test_a_thumbnail_is_the_middle_square_as_presented() -> None:
    radiograph = film(300, 600, voi=())
    picture = thumbnail(radiograph, Window(2048, 4096))
    assert (picture.width(), picture.height()) == (SIDE, SIDE)
    left, right = picture.pixelColor(2, 50).red(), picture.pixelColor(SIDE - 3, 50).red()
    full = radiograph.stored[50 * 300 // SIDE]
    assert left == pytest.approx(255 * float(full[155]) / 4095, abs=4)
    assert right > left


def test_thumbnails_are_made_in_the_background_the_last_asked_for_first(qtbot: QtBot) -> None:
    gate, order = threading.Event(), []

    def read(path: Path) -> Read:
        gate.wait()
        order.append(path.stem)
        if path.stem == "bad":
            raise UnreadableFile("bad: cut off.")
        radiograph = film(20, 20)
        return radiograph, choose_voi(radiograph)[0]

    thumbnails = Thumbnails(steps(film(), read=read))
    for name in ("a", "b", "bad", "c"):
        assert thumbnails.get(Path(name)) is None
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    qtbot.waitUntil(lambda: thumbnails.get(Path("b")) is not None)
    assert order == ["a", "c", "bad", "b"]
    assert thumbnails.get(Path("bad")) is None and thumbnails.has_none(Path("bad"))
    thumbnails.close()


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., StudiesPanel]]:
    panels: list[tuple[StudiesPanel, Session]] = []

    def panel(**others: Callable[..., object]) -> StudiesPanel:
        session = Session(steps(film(), **others))
        panels.append((StudiesPanel(session), session))
        qtbot.addWidget(panels[-1][0])
        panels[-1][0].resize(232, 700)
        panels[-1][0].show()
        return panels[-1][0]

    yield panel
    for one, session in panels:
        one.close_work()
        session.close()


def labels(path: Path) -> tuple[Labels, Source]:
    if path.stem == "bad":
        raise UnreadableFile("bad: no film.")
    return Labels(patient_id=path.stem), Source(path, "DICOM", study_uid=path.stem)


def searched(panel: StudiesPanel, qtbot: QtBot, folder: Path) -> None:
    session = panel._session
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([folder])


def test_the_current_row_is_the_current_film(qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm"), Path("b.dcm")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    session, tree = panel._session, panel.tree
    assert tree.currentIndex().data(Role.FILM).path == Path("a.dcm")
    session.next_film(1)
    assert tree.currentIndex().data(Role.FILM).path == Path("b.dcm")
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(film_row(tree, "a.dcm")).center())
    assert session.current is not None and session.current.path == Path("a.dcm")


def film_row(tree: StudiesTree, name: str) -> QModelIndex:
    model = tree.model()
    assert isinstance(model, StudiesModel)
    return model.index_of(Film(Path(name)))


def test_on_a_film_arrows_and_pages_are_left_to_the_window_on_a_heading_arrows_go_from_row_to_row(
    qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path
) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm"), Path("b.dcm")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    tree = panel.tree
    tree.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(tree, key)
    assert tree.currentIndex() == film_row(tree, "a.dcm")
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    heading = tree.currentIndex()
    assert heading == film_row(tree, "a.dcm").parent()
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(heading)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex() == film_row(tree, "b.dcm").parent()


def test_letters_typed_in_the_tree_are_left_to_the_window(
    qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path
) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm"), Path("b.dcm")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    qtbot.keyClick(panel.tree, Qt.Key.Key_B)
    assert panel._session.current is not None and panel._session.current.path == Path("a.dcm")


def test_a_search_tells_counts_and_why_files_are_not_shown(
    qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path
) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm"), Path("bad.txt")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    part = panel._search
    assert part.isVisible() and not part.stop.isVisible()
    part.why.click()
    texts = "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())
    assert "1 films" not in texts
    assert "1 of 2 files is not shown" in texts and "1 × bad: no film.\nbad.txt" in texts.replace("\u200b", "")
    part.close_part.click()
    assert not part.isVisible()


def test_a_strip_keeps_pictures_and_a_word(qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    wide = panel.tree.visualRect(panel.tree.currentIndex()).height()
    panel.set_strip(True)
    assert panel.strip
    assert panel.tree.visualRect(panel.tree.currentIndex()).height() > wide
    picture = panel.grab().toImage()
    assert not picture.isNull()
    pixels = {picture.pixel(x, y) for x in range(4) for y in range(picture.height())}
    assert len(pixels) > 1


def test_chrome_is_exactly_neutral_but_for_the_accent(
    qtbot: QtBot, make: Callable[..., StudiesPanel], tmp_path: Path
) -> None:
    panel = make(find=lambda paths: iter([Path("a.dcm"), Path("bad.dcm")]), labels=labels)
    searched(panel, qtbot, tmp_path)
    picture = panel.grab().toImage().convertToFormat(picture_format())
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4)[:, : picture.width(), :3]
    spread = pixels.max(axis=-1).astype(int) - pixels.min(axis=-1)
    # Blue above red above green is the accent, and its blends with the greys round it.
    blue, green, red = pixels[..., 0].astype(int), pixels[..., 1].astype(int), pixels[..., 2].astype(int)
    accent = (blue >= red) & (red >= green)
    assert not ((spread > 2) & ~accent).any()


def picture_format() -> object:
    from PySide6.QtGui import QImage

    return QImage.Format.Format_RGB32
