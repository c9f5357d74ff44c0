"""The words that go with every export: what made its colours or kept it grey, and what the reader took upon himself."""

from __future__ import annotations

from dataclasses import dataclass

from xraycolor_gui import __version__
from xraycolor_gui.core.colorization import DISCLAIMER, Appearance
from xraycolor_gui.core.modality import ColourSource

#: Characters that DICOM's default repertoire lacks and our sentences have.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "−": "-",
        "…": "...",
        "≤": "<=",
        "Δ": "d",
        "\u202f": " ",
        "\\": "/",
    }
)


@dataclass(frozen=True, slots=True)
class SeriesWords:
    """How a secondary capture calls itself: third value of Image Type, Series Description, code, what we contributed.

    synthetic: Synthetic Data (PS3.3 C.12.1): whether a network made part of the content.
    """

    image_type: str
    series: str
    code: str
    meaning: str
    contribution: str
    synthetic: bool


_SERIES = {
    ColourSource.NETWORK: SeriesWords(
        "AI_COLORIZED",
        "AI COLORIZED - RESEARCH",
        "COLORIZE",
        "Tissue colorization by autoencoder, lightness kept",
        "Tissue colorization",
        True,
    ),
    ColourSource.HOUNSFIELD: SeriesWords(
        "HU_COLORIZED",
        "COLORIZED FROM HU - RESEARCH",
        "COLORIZE_HU",
        "Tissue colorization from Hounsfield units, lightness kept",
        "Tissue colorization from Hounsfield units",
        False,
    ),
    ColourSource.GREY: SeriesWords(
        "GREY",
        "NOT COLORIZED - RESEARCH",
        "GREY",
        "Grey presentation, not colorized",
        "Grey presentation",
        False,
    ),
}
#: Of the series that a reader had coloured against advice, so that every archive's list shows it.
AT_OWN_RISK_SERIES = "AI COLORIZED AT OWN RISK - RESEARCH"


def series_words(appearance: Appearance) -> SeriesWords:
    """How the capture of such a picture calls itself."""
    return _SERIES[appearance.how]


def series_description(appearance: Appearance) -> str:
    """At most 64 characters (LO)."""
    return AT_OWN_RISK_SERIES if appearance.at_own_risk else series_words(appearance).series


def png_text(appearance: Appearance, annotated: int = 0) -> dict[str, str]:
    """Keywords and values for a PNG's text. annotated: so many things are drawn over the picture."""
    how = appearance.how.value
    made: dict[str, str] = {
        "Software": f"XrayColor {__version__}",
        "How": how if appearance.how is ColourSource.NETWORK else f"{how}: {appearance.reason}",
    }
    if appearance.at_own_risk:
        made["At-Own-Risk"] = _at_own_risk(appearance)
    if appearance.model is not None:
        made["Model"] = appearance.model.name
        if appearance.model.sha256:
            made["Model-SHA256"] = appearance.model.sha256
    if appearance.how is not ColourSource.GREY:
        made["Palette"] = appearance.palette
        made["Strength"] = f"{appearance.strength:.2f}"
        if appearance.grey_below is not None:
            made["Grey-Below"] = f"{appearance.grey_below:.2f}"
        if appearance.corrections:
            made["Corrections"] = _corrections(appearance)
    made["Window"] = appearance.window
    if appearance.hidden:
        made["Hidden"] = ", ".join(appearance.hidden)
    if annotated:
        made["Annotations"] = _annotated(annotated)
    return {**made, "Disclaimer": DISCLAIMER}


def derivation(appearance: Appearance, annotated: int = 0) -> str:
    """How the picture was made, for Derivation Description: ASCII, what matters most first. annotated: as `png_text`"""
    sentences = [_made(appearance)]
    if annotated:
        sentences.append(f"{_annotated(annotated)}.")
    if appearance.at_own_risk:
        sentences.append(_at_own_risk(appearance))
    if appearance.how is ColourSource.GREY:
        sentences.append(f"{appearance.window}.")
    else:
        sentences.append(f"Palette {appearance.palette}, strength {appearance.strength:.2f}, {appearance.window}.")
        if appearance.grey_below is not None:
            sentences.append(f"Colour fades to grey below confidence {appearance.grey_below:.2f}.")
        if appearance.corrections:
            sentences.append(f"{_corrections(appearance)}.")
        if appearance.hidden:
            sentences.append(f"Shown grey: {', '.join(appearance.hidden)}.")
    return plain(" ".join((*sentences, f"{DISCLAIMER}.")))


def comments(appearance: Appearance) -> str:
    """What the colours mean, for Image Comments: ASCII."""
    meaning = {
        ColourSource.NETWORK: "Colours show estimated tissue; lightness is the film's own.",
        ColourSource.HOUNSFIELD: "Colours show tissue by Hounsfield units, no network; lightness is the slice's own.",
        ColourSource.GREY: f"Not coloured. {appearance.reason}".strip(),
    }[appearance.how]
    risk = f" {_at_own_risk(appearance)}" if appearance.at_own_risk else ""
    return plain(f"{DISCLAIMER}. {meaning}{risk}")


def plain(text: str) -> str:
    """ASCII without a backslash, which separates values: what every character set and value multiplicity keeps."""
    return text.translate(_PLAIN).encode("ascii", "replace").decode("ascii")


def _made(appearance: Appearance) -> str:
    ours = f"XrayColor {__version__}"
    if appearance.how is ColourSource.GREY:
        model = f" (model {appearance.model.name})" if appearance.model is not None else ""
        return f"Shown in grey by {ours}{model}, not colorized. {appearance.reason}".strip()
    if appearance.how is ColourSource.HOUNSFIELD:
        source = "computed from the slice's Hounsfield units, without a network"
    else:
        assert appearance.model is not None
        source = f"estimated by model {appearance.model.name} (weights SHA-256 {appearance.model.sha256})"
    return f"Colorized by {ours}: tissue composition {source}, shown as chroma over unchanged lightness."


def _corrections(appearance: Appearance) -> str:
    many = f"{appearance.corrections} corrections" if appearance.corrections > 1 else "1 correction"
    return f"Colours changed by {many} of a reader"


def _annotated(many: int) -> str:
    """The certificate is measured of the picture below."""
    things = f"{many} things that a reader outlined are" if many > 1 else "1 thing that a reader outlined is"
    return f"{things} drawn over the picture, which was measured without"


def _at_own_risk(appearance: Appearance) -> str:
    return f"Coloured at the reader's own risk, against this: {appearance.reason}"
