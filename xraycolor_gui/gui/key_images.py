"""Key images: films that the reader marks, to find them again and to show others where to look."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.key_image import KeyImage, Marked, key_of
from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.choosers import save_as
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.tasks import Report, TaskRunner

#: Of Key Object Selection documents (PS3.3 C.17.6.1).
_MODALITY = "KO"
log = logging.getLogger(__name__)


class KeyImages(QObject):
    """Connects itself to session, actions and the field that finds films. Marks are read before the first search ends.

    What is marked is kept by the film's content and instance, wherever its file lies by then. Films that a document of
    the study names are marked, too, as long as the window stands.
    """

    def __init__(
        self, session: Session, actions: Actions, settings: Settings, find: QLineEdit, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window, self._find = session, settings, window, find
        self._marked = Marked()
        self._unkept: dict[KeyImage, bool] = {}
        self._runner = TaskRunner(1, self)
        self._asked = False
        self._documents: set[Path] = set()
        shown = Need(lambda: session.at_hand.radiograph is not None, self.tr("no film is shown"))
        of_study = Need(lambda: bool(self._of_study()), self.tr("no film of this study is a key image"))
        self.mark = actions.make(
            "films.key", self.tr("&Key image"), "Shift+K", self._toggle, check=True, menu="film.films", needs=[shown]
        )
        self.only = actions.make(
            "films.only_keys", self.tr("List only key &images"), do=self._list, check=True, menu="film.films"
        )
        actions.make(
            "films.export_keys",
            self.tr("Export &key images…"),
            do=self.ask,
            menu="file.out",
            needs=[actions.needs.listed, of_study],
        )
        session.listing.is_key = self._is_marked
        session.closing.connect(self.close)
        # Queued: by then it is known whether one of the films is going to be shown.
        session.filmsChanged.connect(self._read, Qt.ConnectionType.QueuedConnection)
        session.searchChanged.connect(self._look_for_documents)
        session.radiographChanged.connect(self._follow)
        session.atHandChanged.connect(self._check)
        session.filmsChanged.connect(self._check)
        find.textChanged.connect(self._check)

    def ask(self) -> QFileDialog:
        """Ask where the document goes that names the key images of the study at hand."""
        kinds = {".dcm": self.tr("DICOM key object selection")}
        title, name = self.tr("Export key images"), self.tr("key images")
        return save_as(self._window, title, name, self.write, self._settings, kinds=kinds)

    def write(self, target: Path) -> None:
        """Write it; the answer is a notice."""
        paths, reader = tuple(film.path for film in self._of_study()), self._session.feedback.reader
        if paths:
            self._session.tasks.start(
                f"export key images to {target}",
                lambda _: _write(target, paths, reader),
                lambda _: self._tell(Notice(Severity.DONE, self.tr("Key images exported"), target.name, target)),
                failed=lambda error: self._fail(error, target),
            )

    def put(self, path: Path, marked: bool) -> None:
        """Mark a film that was read, or no longer; kept at once, and one step for undo."""
        film = self._session.listing.find(path)
        if film is None or film.source is None or film.key is marked:
            return
        key = key_of(film.source)
        self._session.undo.did_set(
            self.tr("key image"), lambda marked: self.put(path, marked), film.key, marked, film=path
        )
        self._marked.put(key, marked)
        self._session.listing.change(path, key=marked)
        self._check()
        self._unkept[key] = marked
        self._keep()

    @Slot()
    def close(self) -> None:
        """Keep what is not kept yet; nothing arrives afterwards."""
        self._runner.close()
        for key, marked in self._unkept.items():
            try:
                self._session.steps.mark_key(key, marked)
            except XrayColorError as error:
                log.error("key images are not kept: %s", error.what)

    def _keep(self) -> None:
        """One after the other, the latest mark of each film last."""
        changes, mark = dict(self._unkept), self._session.steps.mark_key

        def work(_: Report) -> None:
            for key, marked in changes.items():
                mark(key, marked)

        def done(_: None) -> None:
            for key, marked in changes.items():
                if self._unkept.get(key) is marked:
                    del self._unkept[key]

        self._runner.start("keep", work, done, failed=self._failed)

    def _toggle(self) -> None:
        film = self._session.at_hand.current
        if film is not None:
            self.put(film.path, not film.key)

    def _list(self) -> None:
        """By the field that finds films, so that it is seen, and taken back there as well."""
        self._find.setText(self.tr("key image") if self.only.isChecked() else "")

    def _is_marked(self, film: Film) -> bool:
        return film.source is not None and key_of(film.source) in self._marked

    def _of_study(self) -> tuple[Film, ...]:
        """Key images of the study at hand; only DICOM films belong to one."""
        here = self._session.at_hand.current
        uid = here.source.study_uid if here is not None and here.source is not None else ""
        if not uid:
            return ()
        return tuple(
            film
            for film in self._session.films
            if film.key and film.source is not None and film.source.study_uid == uid
        )

    # Following

    @Slot()
    def _read(self) -> None:
        """The store is asked when there are films, not when the window opens, and not before the first is seen."""
        if not self._asked and self._session.films:
            self._session.when_settled(self._ask_store)

    def _ask_store(self) -> None:
        if not self._asked:
            self._asked = True
            self._session.tasks.start(
                "key images",
                lambda _: self._session.steps.key_images(),
                self._take,
                failed=self._failed,
            )

    def _take(self, keys: tuple[KeyImage, ...]) -> None:
        for key in keys:
            # What was unmarked meanwhile stays so.
            if self._unkept.get(key, True):
                self._marked.put(key, True)
        for film in self._session.films if keys else ():
            if not film.key and self._is_marked(film):
                self._session.listing.change(film.path, key=True)

    @Slot()
    def _look_for_documents(self) -> None:
        """When a search has ended, and nothing more urgent is done."""
        search, session = self._session.search, self._session
        if search is None or search.running:
            return
        if not session.settled:
            session.when_settled(self._look_for_documents)
            return
        found = (each.path for each in search.skipped if each.instance and each.instance.labels.modality == _MODALITY)
        new = tuple(path for path in found if path not in self._documents)
        self._documents.update(new)
        if new:
            session.tasks.start(
                f"key images named in {new[0]}",
                lambda _: session.steps.named_keys(new),
                self._take,
                failed=self._failed,
            )

    @Slot()
    def _follow(self) -> None:
        """Of a picture that is no DICOM only its content tells that it is marked, so it must be read first."""
        film = self._session.current
        if film is not None and not film.key and self._is_marked(film):
            self._session.listing.change(film.path, key=True)
        self._check()

    @Slot()
    def _check(self) -> None:
        film = self._session.at_hand.current
        self.mark.setChecked(film is not None and film.key)
        self.only.setChecked(self._find.text().strip() == self.tr("key image"))

    def _failed(self, error: Exception) -> None:
        self._fail(error, None)

    def _fail(self, error: Exception, path: Path | None) -> None:
        told = as_told(error, path)
        self._tell(Notice(Severity.CAUTION, told.what, told.next_step))

    def _tell(self, notice: Notice) -> None:
        self._session.noticeRaised.emit(notice)


def _write(target: Path, paths: tuple[Path, ...], reader: str) -> None:
    """In a worker."""
    from xraycolor_gui.io.dicom_objects.key_object import write_key_object

    write_key_object(target, paths, reader)
