"""How the frames of a DICOM file follow each other in time: Cine and Multi-frame modules (PS3.3 C.7.6.5, C.7.6.6)."""

from __future__ import annotations

from xraycolor_gui.core.radiograph import Playback
from xraycolor_gui.io.dicom.header import Header

#: Frames per second that anybody can have meant.
_SLOWEST, _FASTEST = 0.1, 240.0


def playback(header: Header) -> Playback | None:
    """The rate to show frames at: the recommended one, that of the recording, or from the time of one frame."""
    sweeping = header.integer("PreferredPlaybackSequencing") == 1
    for keyword, words in (
        ("RecommendedDisplayFrameRate", "Recommended Display Frame Rate"),
        ("CineRate", "Cine Rate"),
    ):
        rate = header.number(keyword)
        if rate is not None and _SLOWEST <= rate <= _FASTEST:
            return Playback(rate, words, sweeping)
    vector = [time for time in header.numbers("FrameTimeVector") if time > 0]
    for time, words in (
        (header.number("FrameTime"), "Frame Time"),
        (sum(vector) / len(vector) if vector else None, "Frame Time Vector"),
    ):
        if time and _SLOWEST <= 1000 / time <= _FASTEST:
            return Playback(1000 / time, words, sweeping)
    return None
