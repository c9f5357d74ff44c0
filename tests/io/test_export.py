"""One way to take pictures away: what they show, what they are called, and what they never overwrite."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from pydicom import dcmread

from tests.io import made_dicom
from tests.io.captures import SHAPE, film_dataset, plain_film, write_film
from tests.io.made_dicom import file_of
from xraycolor_gui.core import color
from xraycolor_gui.core.annotation import Annotation, lines_of
from xraycolor_gui.core.colorization import TISSUES, Colorization, ModelId
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph, Source, Spacing, SpacingSource, Window
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.io import export
from xraycolor_gui.io.export import Format, export_colouring, output_path, source_key, true_stem, write_grey_png
from xraycolor_gui.io.png import write_png
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

ANATOMICAL = palette("anatomical")


def colorization(seed: int = 3, size: tuple[int, int] = (3, 4)) -> Colorization:
    """Some composition of every tissue."""
    weights = np.random.default_rng(seed).dirichlet(np.ones(len(TISSUES)), size).astype(np.float32)
    return Colorization(weights, TISSUES, ModelId("basic", "cd" * 32))


def coloured() -> Colouring:
    """By the network, as ever."""
    return Colouring(ColourSource.NETWORK, colorization())


def film(path: Path, seed: int = 5, shape: tuple[int, int] = SHAPE) -> Radiograph:
    """A 16-bit PNG film with something on it, read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_png(path, np.random.default_rng(seed).integers(0, 65536, shape, np.uint16), {}, overwrite=True)
    return read(path)


def picture(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as opened:
        return np.asarray(opened)


def text(path: Path) -> dict[str, str]:
    with Image.open(path) as opened:
        opened.load()
        return dict(opened.text)  # type: ignore[attr-defined]


# What it shows


@pytest.mark.parametrize("strength", [0.0, 0.7, 1.5])
def test_the_export_is_what_the_screen_renders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strength: float
) -> None:
    monkeypatch.setattr(export, "_STRIP_ROWS", 16)
    radiograph, result = film(tmp_path / "film.png", shape=(50, 40)), colorization()
    path = export_colouring(
        radiograph, Colouring(ColourSource.NETWORK, result), ANATOMICAL, strength=strength, path=tmp_path / "out.png"
    )
    chroma = ANATOMICAL.chroma(result.composition, result.tissues)
    whole = enlarge(chroma, radiograph.shape, region=(0, 0, *radiograph.shape))
    np.testing.assert_array_equal(picture(path), color.render(present(radiograph).grey, whole, strength))


def test_strength_zero_is_the_grey_picture_to_the_bit(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    path = export_colouring(radiograph, coloured(), ANATOMICAL, strength=0, path=tmp_path / "out.png")
    np.testing.assert_array_equal(picture(path), color.grey_rgb(present(radiograph).grey))


def test_the_readers_window_is_the_exports_window(tmp_path: Path) -> None:
    radiograph, window = film(tmp_path / "film.png"), Window(20_000, 10_000)
    path = export_colouring(radiograph, coloured(), ANATOMICAL, strength=0, voi=window, folder=tmp_path)
    np.testing.assert_array_equal(picture(path), color.grey_rgb(present(radiograph, window).grey))
    assert text(path)["Window"] == "W 10000 L 20000"


def test_tissues_hidden_on_screen_are_grey_and_named(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    tissues = frozenset(TISSUES)
    path = export_colouring(radiograph, coloured(), ANATOMICAL, hidden=tissues, path=tmp_path / "out.png")
    np.testing.assert_array_equal(picture(path), color.grey_rgb(present(radiograph).grey))
    assert text(path)["Hidden"] == ", ".join(TISSUES[1:])


def test_an_inversion_by_hand_is_said_with_the_window(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "in.png")
    for inverted in (False, True):
        path = tmp_path / f"{inverted}.png"
        export_colouring(radiograph, coloured(), ANATOMICAL, inverted=inverted, path=path)
        assert text(path)["Window"].endswith(", inverted") is inverted


def test_a_soloed_tissue_is_the_only_one_not_hidden(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    path = export_colouring(radiograph, coloured(), ANATOMICAL, solo="lung", path=tmp_path / "out.png")
    assert text(path)["Hidden"] == ", ".join(name for name in TISSUES[1:] if name != "lung")


def test_a_dicom_export_holds_the_same_colours_as_a_png(tmp_path: Path) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    paths = [
        export_colouring(radiograph, coloured(), ANATOMICAL, format=format, folder=tmp_path / "out")
        for format in Format  # noqa: A001
    ]
    assert [path.name for path in paths] == ["film_colour_basic_anatomical.png", "film_colour_basic_anatomical.dcm"]
    np.testing.assert_array_equal(picture(paths[0]), dcmread(paths[1]).pixel_array)


def test_the_png_says_how_it_was_made_and_nothing_of_whom(tmp_path: Path) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    path = export_colouring(radiograph, coloured(), ANATOMICAL, strength=0.75, folder=tmp_path / "out")
    said = text(path)
    assert said["Model"] == "basic"
    assert said["Model-SHA256"] == "cd" * 32
    assert said["Palette"] == "anatomical"
    assert said["Strength"] == "0.75"
    assert said["Disclaimer"] == "Research and teaching, not for primary diagnosis"
    content = path.read_bytes()
    for secret in (b"Doe", b"Jane", b"4711", b"1.2.3.4", b"A-1", b"HOSPITAL", b"House"):
        assert secret not in content


@pytest.mark.parametrize("at", [0.0, 1.0])
@pytest.mark.parametrize("form", list(Format))
def test_progress_rises_to_one_and_cancelling_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Format, at: float
) -> None:
    monkeypatch.setattr(export, "_STRIP_ROWS", 2)
    radiograph = film(tmp_path / "film.png")
    seen: list[float] = []
    options: dict[str, Any] = {"format": form, "new_study": True}
    export_colouring(radiograph, coloured(), ANATOMICAL, path=tmp_path / "out", report=seen.append, **options)
    assert len(seen) == 4 and seen == sorted(seen) and seen[-1] == 1

    def cancel(fraction: float) -> None:
        if fraction >= at:
            raise InterruptedError

    options["folder"] = tmp_path / "none"
    with pytest.raises(InterruptedError):
        export_colouring(radiograph, coloured(), ANATOMICAL, report=cancel, **options)
    assert not list((tmp_path / "none").iterdir())


def test_the_grey_export_is_the_presented_grey_in_sixteen_bits(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    assert write_grey_png(radiograph, tmp_path / "grey.png") == present(radiograph).notes
    written = cv2.imread(str(tmp_path / "grey.png"), cv2.IMREAD_UNCHANGED)
    assert written is not None
    assert written.dtype == np.uint16
    np.testing.assert_allclose(written / 65535, present(radiograph).grey, atol=0.5 / 65535 + 1e-7)


# What it is called, and what it never overwrites


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("film.dcm", "film"),
        ("IM0001", "IM0001"),
        ("1.2.840.113619.2.55", "1.2.840.113619.2.55"),
        ("1.2.840.113619.2.55.dcm", "1.2.840.113619.2.55"),
        ("chest.v2.final.PNG", "chest.v2.final"),
        ("scan.jpeg.dcm", "scan.jpeg"),
        (".dcm", ".dcm"),
        ("Röntgen médical.tif", "Röntgen médical"),
    ],
)
def test_only_a_known_ending_is_not_part_of_the_name(name: str, stem: str) -> None:
    assert true_stem(Path("folder.x") / name) == stem


def source(path: Path, **changes: int) -> Source:
    return Source(path, "PNG", "00" * 32, **changes)


NAMES = st.text(string.ascii_letters + string.digits + " ._-éß山", min_size=1, max_size=300).filter(
    lambda name: name not in {".", ".."}
)


@given(NAMES)
def test_a_name_begins_with_the_stem_and_fits_the_file_system(name: str) -> None:
    made = output_path(Path("nowhere"), source(Path(name)), "colour_basic_anatomical", Format.PNG)
    assert made.parent == Path("nowhere")
    assert len(made.name.encode()) <= 255
    kept = made.name.removesuffix("_colour_basic_anatomical.png")
    assert kept != made.name
    assert true_stem(Path(name)).startswith(kept)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from(["x", "X", "x.y"]), st.sampled_from([".png", ".PNG", ""])),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
def test_every_film_of_a_batch_gets_a_file_of_its_own_and_finds_it_again(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str, str]]
) -> None:
    """Films of the same name in two folders, of two endings, and even copies of one film."""
    folder = tmp_path_factory.mktemp("batch")
    films = [film(folder / place / f"{stem}{ending}") for place, stem, ending in names]
    first, second = (
        [export_colouring(one, coloured(), ANATOMICAL, folder=folder / "out") for one in films] for _ in range(2)
    )
    assert len(set(first)) == len(films)
    assert first == second
    assert sorted((folder / "out").iterdir()) == sorted(first)
    for one, path in zip(films, first, strict=True):
        assert path.name.startswith(true_stem(one.source.path))


def test_frames_of_one_file_are_told_apart(tmp_path: Path) -> None:
    path = write_film(tmp_path / "run.dcm", film_dataset(NumberOfFrames=3))
    made = [export_colouring(read(path, frame), coloured(), ANATOMICAL, folder=tmp_path / "out") for frame in (0, 2)]
    assert [one.name for one in made] == [
        "run_frame1_colour_basic_anatomical.png",
        "run_frame3_colour_basic_anatomical.png",
    ]


@pytest.mark.parametrize("format", list(Format))
def test_an_earlier_export_of_the_same_film_is_replaced(tmp_path: Path, format: Format) -> None:  # noqa: A002
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    first, second = (
        export_colouring(radiograph, coloured(), ANATOMICAL, strength=strength, format=format, folder=tmp_path / "out")
        for strength in (1, 0)
    )
    assert first == second
    assert list((tmp_path / "out").iterdir()) == [first]


def test_somebody_elses_file_of_our_name_is_left_alone(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    stranger = tmp_path / "film_colour_basic_anatomical.png"
    stranger.write_bytes(b"precious")
    made = export_colouring(radiograph, coloured(), ANATOMICAL, folder=tmp_path)
    assert stranger.read_bytes() == b"precious"
    assert made.name == f"film_{source_key(radiograph.source)[:8]}_colour_basic_anatomical.png"


def test_a_file_the_reader_named_is_replaced_but_never_the_source(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    before = (tmp_path / "film.png").read_bytes()
    (tmp_path / "named.png").write_bytes(b"old")
    export_colouring(radiograph, coloured(), ANATOMICAL, path=tmp_path / "named.png")
    assert picture(tmp_path / "named.png").shape == (*SHAPE, 3)
    for write in (
        lambda: export_colouring(radiograph, coloured(), ANATOMICAL, path=tmp_path / "film.png"),
        lambda: write_grey_png(radiograph, tmp_path / "film.png"),
    ):
        with pytest.raises(ExportError, match="never written over"):
            write()
    assert (tmp_path / "film.png").read_bytes() == before


def test_a_coloured_export_may_itself_be_coloured_without_loss(tmp_path: Path) -> None:
    first = export_colouring(film(tmp_path / "a.png"), coloured(), ANATOMICAL, folder=tmp_path)
    before = first.read_bytes()
    second = export_colouring(read(first), coloured(), ANATOMICAL, folder=tmp_path)
    assert second != first
    assert first.read_bytes() == before


def test_an_output_folder_that_cannot_be_made_is_an_export_error(tmp_path: Path) -> None:
    radiograph = film(tmp_path / "film.png")
    with pytest.raises(ExportError) as caught:
        export_colouring(radiograph, coloured(), ANATOMICAL, folder=tmp_path / "film.png" / "out")
    assert caught.value.next_step


def test_a_dicom_of_a_png_is_refused_and_a_new_study_made_on_request(tmp_path: Path) -> None:
    radiograph = read(plain_film(tmp_path / "film.png"))
    with pytest.raises(ExportError, match="no study"):
        export_colouring(radiograph, coloured(), ANATOMICAL, format=Format.DICOM, folder=tmp_path)
    made = export_colouring(radiograph, coloured(), ANATOMICAL, format=Format.DICOM, folder=tmp_path, new_study=True)
    assert read(made).source.study_uid


def test_the_key_tells_nothing_of_path_or_patient_and_never_changes() -> None:
    one = source_key(source(Path("/films/Doe^Jane.png")))
    assert one == source_key(source(Path("/films/../films/Doe^Jane.png")))
    assert (
        len(
            {
                one,
                source_key(source(Path("/films/other.png"))),
                source_key(source(Path("/films/Doe^Jane.png"), frame=1)),
            }
        )
        == 3
    )
    assert set(one) <= set("0123456789abcdef")


def test_calibrated_spacing_reaches_the_png(tmp_path: Path) -> None:
    known = film(tmp_path / "film.png")
    calibrated = Radiograph(known.stored, 16, known.source, spacing=Spacing(0.2, 0.2, SpacingSource.CALIBRATED))
    path = export_colouring(calibrated, coloured(), ANATOMICAL, path=tmp_path / "out.png")
    with Image.open(path) as opened:
        assert opened.info["dpi"] == pytest.approx((127, 127), abs=0.01)


def test_a_colour_picture_that_stays_grey_is_written_in_its_own_colours_as_on_screen(tmp_path: Path) -> None:
    rgb = np.random.default_rng(2).integers(0, 256, (30, 40, 3), np.uint8)
    path = tmp_path / "capture.dcm"
    path.write_bytes(file_of(made_dicom.film(rgb, WindowCenter="20000", WindowWidth="10")))
    grey = Colouring(ColourSource.GREY, None, "A photograph.")
    assert np.array_equal(picture(export_colouring(read(path), grey, ANATOMICAL, folder=tmp_path / "out")), rgb)


@pytest.mark.parametrize("format", list(Format))
def test_annotations_are_drawn_on_request_said_in_the_file_and_leave_the_plain_export_alone(
    tmp_path: Path,
    format: Format,  # noqa: A002
) -> None:
    path = write_film(tmp_path / "film.dcm", film_dataset(Rows=60, Columns=80, PixelData=bytes(2 * 60 * 80)))
    radiograph = read(path)
    drawn = (Annotation(lines_of(Rectangle(20, 20, 30, 25)), "1 right"),)
    plain = export_colouring(radiograph, coloured(), ANATOMICAL, format=format, folder=tmp_path / "out")
    before = plain.read_bytes()
    over = export_colouring(
        radiograph, coloured(), ANATOMICAL, annotations=drawn, format=format, folder=tmp_path / "out"
    )
    assert over.name == plain.name.replace("anatomical", "anatomical_annotated")
    assert plain.read_bytes() == before
    if format is Format.PNG:
        one, other = picture(plain), picture(over)
        assert text(over)["Annotations"].startswith("1 thing that a reader outlined is drawn over the picture")
        assert "Annotations" not in text(plain)
        certificates = [
            {key: value for key, value in text(each).items() if "ertificate" in key} for each in (plain, over)
        ]
        assert certificates[0] == certificates[1]
    else:
        first, second = dcmread(plain), dcmread(over)
        one, other = first.pixel_array, second.pixel_array
        assert second.BurnedInAnnotation == "YES"
        assert "1 thing that a reader outlined is drawn over" in second.DerivationDescription
        assert "outlined" not in first.DerivationDescription
    np.testing.assert_array_equal(one[50:, 60:], other[50:, 60:])
    assert (one != other).any()


def test_a_source_without_burned_in_text_keeps_its_word_unless_something_is_drawn(tmp_path: Path) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset(BurnedInAnnotation="NO")))
    drawn = (Annotation(lines_of(Rectangle(0, 0, 3, 3)), "1 right"),)
    for over, stated in (((), "NO"), (drawn, "YES")):
        path = tmp_path / f"{stated}.dcm"
        export_colouring(radiograph, coloured(), ANATOMICAL, annotations=over, format=Format.DICOM, path=path)
        assert dcmread(path).BurnedInAnnotation == stated
