"""What the model says under the cursor, in the shares the palette draws."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.gui.session import Session

#: The whole film is averaged over a grid this coarse; composition is smooth.
_EVERY = 4


def shares_at_cursor(session: Session) -> dict[str, float] | None:
    """Tissue → share of the colour under the cursor, `background` included; None without colour or cursor."""
    session = session.at_hand
    colorization, radiograph, cursor = session.colorization, session.radiograph, session.cursor
    if colorization is None or radiograph is None or cursor is None:
        return None
    shares = session.palette.shares(colorization.at(*cursor, radiograph.shape), colorization.tissues)
    return dict(zip(colorization.tissues, map(float, shares), strict=True))


def shares_in_region(session: Session) -> tuple[int, dict[str, float] | None]:
    """Number of the chosen region of feedback, and tissue → mean share of the colour shown there; 0, None without."""
    session = session.at_hand
    layer = session.feedback.layers.get(session)
    chosen = layer.region(layer.chosen) if layer is not None else None
    colorization, radiograph = session.colorization, session.radiograph
    if layer is None or chosen is None or chosen.region is None or colorization is None or radiograph is None:
        return 0, None
    from xraycolor_gui.core.region_statistics import mean_shares

    shares = session.palette.shares(colorization.composition, colorization.tissues)
    mean = mean_shares(shares, chosen.region, radiograph.shape)
    if mean is None:
        return 0, None
    return layer.number(chosen.id), dict(zip(colorization.tissues, map(float, mean), strict=True))


def confidence_at_cursor(session: Session) -> float | None:
    """How sure the model is under the cursor, 0 … 1; None without colour or cursor, or if the model does not say."""
    session = session.at_hand
    colorization, radiograph, cursor = session.colorization, session.radiograph, session.cursor
    if colorization is None or colorization.confidence is None or radiograph is None or cursor is None:
        return None
    at = (
        min(max(int(p * n / of), 0), n - 1)
        for p, n, of in zip(cursor, colorization.confidence.shape, radiograph.shape, strict=True)
    )
    return float(colorization.confidence[tuple(at)])


def too_unsure(session: Session) -> bool:
    """Whether the colour under the cursor fades because the model is less sure than the reader asks for."""
    confidence = confidence_at_cursor(session)
    return confidence is not None and confidence < session.grey_below


def shares_of_film(colorization: Colorization, palette: Palette) -> dict[str, float]:
    """Tissue → mean share over the whole film."""
    shares = palette.shares(colorization.composition[::_EVERY, ::_EVERY], colorization.tissues)
    return dict(zip(colorization.tissues, map(float, shares.mean(axis=(0, 1))), strict=True))


def leading(shares: Mapping[str, float]) -> tuple[str, float]:
    """The tissue with the largest share, and that share."""
    tissue = max(shares, key=lambda name: shares[name])
    return tissue, shares[tissue]


def tissue_label(palette: Palette, tissue: str) -> str:
    """The tissue in the reader's words."""
    swatch = palette.tissues.get(tissue)
    if swatch is None or not swatch.label:
        return QCoreApplication.translate("Tissues", "No tissue")
    return QCoreApplication.translate("Tissues", swatch.label)


def palette_title(palette: Palette) -> str:
    """The palette's name in the reader's words."""
    return QCoreApplication.translate("Palettes", palette.title)


def palette_description(palette: Palette) -> str:
    """What the palette is for, in the reader's words."""
    return QCoreApplication.translate("Palettes", palette.description)


def is_weighted(palette: Palette) -> bool:
    """True where the palette lets some tissues speak louder than their share of the shadow."""
    return palette.power != 1 or len({swatch.salience for swatch in palette.tissues.values()}) > 1
