"""The frames of a film: a slider to go through them, and a button that lets them run."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.controls import NumberField, Slider
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.parts import icon_button, label, surface
from xraycolor_gui.gui.session import Session

#: Frames per second where the file tells no rate.
UNTOLD_RATE = 10.0
_SLOWEST, _FASTEST = 0.5, 60.0


class FrameBar(QWidget):
    """There only while the current film has several frames. While they run none of them gets colour."""

    runningChanged = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._film = ""
        self._step = 1
        surface(self, "dock")
        self.setFixedHeight(tokens.HEADER)
        self.setAccessibleName(self.tr("Frames"))
        self.play = icon_button("play", self.tr("Run the frames (Space)"), self.toggle)
        self.slider = Slider(0, 1, 0)
        self.slider.setAccessibleName(self.tr("Frame"))
        self.place = label()
        self.rate = NumberField(_SLOWEST, _FASTEST, 1.0, 1)
        self.rate.setAccessibleName(self.tr("Frames per second"))
        self.per_second = label(self.tr("frames per second"), tone=2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        for widget in (self.place, self.rate, self.per_second):
            layout.addWidget(widget)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self.rate.valueChanged.connect(self._set_rate)
        self.slider.valueChanged.connect(self._slide)
        self.slider.sliderReleased.connect(self._rest)
        session.radiographChanged.connect(self._follow)
        session.currentChanged.connect(self._stop_elsewhere)
        self._follow()

    @property
    def running(self) -> bool:
        """Whether the frames run."""
        return self._clock.isActive()

    @Slot()
    def toggle(self) -> None:
        """Let the frames run, or rest on the one that is shown."""
        self._run(not self.running)

    def step(self, by: int) -> None:
        """So many frames on; from the last to the first. What runs rests first."""
        film = self._several()
        if film is not None:
            self._run(False, rest=False)
            self._session.show_frame((film.source.frame + by) % film.source.frames)

    def _run(self, run: bool, rest: bool = True) -> None:
        film = self._several()
        if run is self.running or (run and film is None):
            return
        if run:
            self._clock.start(round(1000 / self.rate.value()))
        else:
            self._clock.stop()
            if rest:
                self._rest()
        self.play.setIcon(icon("pause" if run else "play"))
        words = self.tr("Stop the frames (Space)") if run else self.tr("Run the frames (Space)")
        self.play.setToolTip(words)
        self.play.setAccessibleName(words)
        self.runningChanged.emit(run)

    @Slot()
    def _rest(self) -> None:
        """Show the frame again that is shown: now it may get its colour."""
        film = self._several()
        if film is not None and not self.running:
            self._session.show_frame(film.source.frame)

    @Slot()
    def _tick(self) -> None:
        film = self._several()
        if film is None or self._session.tasks.is_running("frame"):
            return  # a slow frame is waited for, none is piled up
        at, last = film.source.frame, film.source.frames - 1
        if film.playback is not None and film.playback.sweeping:
            if not 0 <= at + self._step <= last:
                self._step = -self._step
            self._session.show_frame(at + self._step, passing=True)
        else:
            self._session.show_frame((at + 1) % (last + 1), passing=True)

    @Slot(float)
    def _set_rate(self, rate: float) -> None:
        self._clock.setInterval(round(1000 / rate))

    @Slot(int)
    def _slide(self, frame: int) -> None:
        self._run(False, rest=False)
        self._session.show_frame(frame, passing=self.slider.isSliderDown())

    def _several(self) -> Radiograph | None:
        film = self._session.radiograph
        return film if film is not None and film.source.frames > 1 else None

    @Slot()
    def _stop_elsewhere(self) -> None:
        """Another film is asked for: what runs does not go on there."""
        self._run(False, rest=False)

    @Slot()
    def _follow(self) -> None:
        film = self._several()
        if self._session.radiograph is None and self._session.reading:
            return  # no flicker between two films that both have frames
        self.setVisible(film is not None)
        if film is None:
            self._run(False, rest=False)
            return
        source = film.source
        if source.sha256 != self._film:
            self._film, self._step = source.sha256, 1
            told = film.playback.frames_per_second if film.playback is not None else UNTOLD_RATE
            self.rate.setValue(min(max(told, _SLOWEST), _FASTEST))
            told_by = film.playback.told if film.playback is not None else self.tr("not told by the file")
            self.rate.setToolTip(self.tr("Frames per second ({source})").format(source=told_by))
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, source.frames - 1)
            self.slider.setPageStep(max(source.frames // 10, 1))
            self.slider.setValue(source.frame)
        self.slider.update()
        self.place.setText(self.tr("Frame {frame} of {frames}").format(frame=source.frame + 1, frames=source.frames))
