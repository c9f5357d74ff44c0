"""What no reader takes, whatever the format."""

from __future__ import annotations

from xraycolor_gui.core.errors import UnsupportedImage

#: Pixels of one frame that are accepted: three times the largest mammogram, far below what a forged header can ask for.
MAXIMUM_PIXELS = 200_000_000
#: The next step where a file is damaged.
AGAIN = "Copy the file again from its source."


def too_large(name: str, rows: int, columns: int) -> UnsupportedImage:
    """The refusal of a picture beyond the limit."""
    return UnsupportedImage(
        f"{name}: {columns} × {rows} pixels; more than {MAXIMUM_PIXELS // 1_000_000} megapixels are not opened.",
        "Export a smaller copy.",
    )
