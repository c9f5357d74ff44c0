"""Windows for what one wants to see in a part of the body.

Stored values of projection films have no common unit: every maker's differ. So a preset for films is a share of the
film's own values, from the blackest to the whitest as it is displayed; one for CT slices is in Hounsfield units.
"""

from __future__ import annotations

from dataclasses import dataclass

from xraycolor_gui.core.presentation import percentile_window
from xraycolor_gui.core.radiograph import Radiograph, Rescale, Window


@dataclass(frozen=True, slots=True)
class Share:
    """From `low` to `high` per cent of the values, counted from what is shown black."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Preset:
    """name: in plain English, unique. view: a share of a film's values, or a window in Hounsfield units."""

    name: str
    view: Share | Window


@dataclass(frozen=True, slots=True)
class Group:
    """Presets of one part of the body. parts: beginnings of Body Part Examined (PS3.16 annex L) that mean it."""

    name: str
    parts: tuple[str, ...]
    presets: tuple[Preset, ...]


FILMS = (
    Group(
        "Chest",
        ("CHEST", "THORAX", "LUNG", "RIB", "STERNUM", "HEART", "CLAVICLE"),
        (
            Preset("Lungs", Share(0.5, 80)),
            Preset("Mediastinum and spine", Share(35, 99.9)),
            Preset("Ribs", Share(15, 99)),
        ),
    ),
    Group(
        "Bones and joints",
        (
            "HAND", "FINGER", "THUMB", "WRIST", "FOREARM", "ELBOW", "ARM", "HUMERUS", "SHOULDER", "SCAPULA", "FOOT",
            "TOE", "CALCANEUS", "HEEL", "ANKLE", "LEG", "KNEE", "PATELLA", "FEMUR", "THIGH", "HIP", "PELVIS", "SPINE",
            "CSPINE", "TSPINE", "LSPINE", "SSPINE", "SACRUM", "COCCYX", "SKULL", "HEAD", "JAW", "MANDIBLE",
            "EXTREMITY", "RADIUS", "ULNA", "TIBIA", "FIBULA",
        ),
        (
            Preset("Bone", Share(40, 99.9)),
            Preset("Soft tissue", Share(1, 75)),
            Preset("Fine bone structure", Share(65, 99.9)),
        ),
    ),
    Group(
        "Abdomen",
        ("ABDOMEN", "KIDNEY", "BLADDER", "GALLBLADDER", "BOWEL", "COLON"),
        (
            Preset("Organs", Share(10, 98)),
            Preset("Gas", Share(0.5, 60)),
            Preset("Stones and contrast", Share(60, 99.95)),
        ),
    ),
    Group(
        "Breast",
        ("BREAST",),
        (Preset("Dense tissue", Share(70, 99.9)), Preset("Fat and skin line", Share(5, 80))),
    ),
)  # fmt: skip

CT = Group(
    "CT",
    (),
    (
        Preset("Lung", Window(-600, 1500)),
        Preset("Mediastinum", Window(50, 350)),
        Preset("Abdomen", Window(60, 400)),
        Preset("Brain", Window(40, 80)),
        Preset("CT bone", Window(480, 2500)),
    ),
)


def groups_for(film: Radiograph) -> tuple[Group, ...]:
    """The groups that suit a film: that of its body part alone, or all where the file names none that is known."""
    if isinstance(film.modality, Rescale) and film.modality.units.upper() == "HU":
        return (CT,)
    if film.rgb is not None:
        return ()
    part = film.labels.body_part.upper().replace(" ", "")
    named = tuple(group for group in FILMS if part and part.startswith(group.parts))
    return named or FILMS


def window_of(preset: Preset, film: Radiograph) -> Window:
    """The preset on this film."""
    if isinstance(preset.view, Window):
        return Window(preset.view.center, preset.view.width, explanation=preset.name)
    low, high = preset.view.low, preset.view.high
    percent = (100 - high, 100 - low) if film.inverse else (low, high)
    return percentile_window(film, percent, preset.name)
