"""What the program does about itself beside the data: its log, its mistakes, newer versions, first steps, licences.

Made after the first paint; each part is imported when it is first needed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog

from db.texts import tr
from desktop.faults import Faults, is_mistake, log_folder
from desktop.log import Log
from desktop.notices import Notice, Notices, Way
from desktop.settings import Settings
from desktop.updates.address import ON

if TYPE_CHECKING:
    from db.engine import Database
    from desktop.actions import Actions
    from desktop.icons import Icons
    from desktop.main_window import MainWindow
    from desktop.tasks import Job
    from desktop.updates.check import UpdateCheck
    from desktop.updates.version import Published
    from desktop.views.first_steps import FirstSteps
    from desktop.views.licences import LicencesWindow

SEEN = "first_steps/closed"
"""The key of the settings that says that nobody needs the first steps any more."""
PLACE = "inspector_dock"
"""The panel that they stand in: nothing is in it before something was chosen."""


class Care:
    """Belongs to a window."""

    def __init__(self, window: MainWindow, actions: Actions, icons: Icons, settings: Settings) -> None:
        self._window, self._actions, self._icons, self._settings = window, actions, icons, settings
        self.notices = Notices(window.top, icons)
        self.log = Log(log_folder())
        self._steps: FirstSteps | None = None
        self._licences: LicencesWindow | None = None
        self._database: Database | None = None
        self._own = False
        self._starting: Job | None = None
        window.closing.connect(self._close)

    # ---- what it does by itself ----

    def begin(self, faults: Faults | None) -> None:
        """Open the log; tell of mistakes from now on, and of a crash of the last time."""
        from desktop.crash.report import head
        from desktop.tasks import Job

        self.log.open()
        # Versions are looked up in many folders.
        note = lambda _progress, _cancelled: self.log.note(f"started: {', '.join(head()[1:])}")  # noqa: E731
        self._starting = Job(note, self._window)
        self._starting.start()
        if faults is None:
            return
        from desktop.crash.left import left_behind
        from desktop.crash.reporter import CrashReporter

        reporter = CrashReporter(self._window, self.log.note)
        faults.tell(reporter.take)
        left = left_behind(log_folder())
        if left:
            self.log.note(f"the last session ended in a crash\n{left}")
            show = Way(lambda: tr("Show the report"), lambda: reporter.show_left("\n".join([*head(), "", left])))
            text = lambda: tr("Labline ended unexpectedly last time. Your data is safe.")  # noqa: E731
            self.notices.tell(Notice("crash", text, (show,), "alert-triangle"))

    def greet(self, database: Database, *, own: bool) -> None:
        """A database is open and shown: say what is special about it, and at the first start what can be done.

        `own` is the user's own, which the program opens by itself.
        """
        anew = self._database is not database
        self._database, self._own = database, own
        self.notices.speak()
        if self._steps is not None:
            self.show_first_steps(give_keyboard=False)  # in the language of now, above the new view
        if not anew:
            return
        how = " for reading only" if database.read_only else ""
        self.log.note(f"opened {database.path}{how}")
        self.notices.drop("read_only")
        if database.read_only:
            other = Way(lambda: tr("Open another file…"), self._window.ask_for_file, stays=True)
            self.notices.tell(Notice("read_only", lambda: _why(database), (other,)))
        if own and self._settings.read(SEEN) is not True and self._steps is None:
            QTimer.singleShot(0, self._window, lambda: self.show_first_steps(give_keyboard=False))
        if self._settings.read(ON) is True:
            QTimer.singleShot(0, self._window, self.updates.begin)

    def failed(self, error: Exception) -> None:
        """Note that a database could not be opened."""
        from desktop.crash.report import anonymous

        said = f"a mistake, {type(error).__name__}" if is_mistake(error) else anonymous(str(error))
        self.log.note(f"not opened: {said}")

    @cached_property
    def updates(self) -> UpdateCheck:
        """Asks for newer versions when that is wanted."""
        from desktop.updates.check import UpdateCheck

        check = UpdateCheck(self._settings, self._window, note=self.log.note)
        check.found.connect(self._tell_newer)
        return check

    def _tell_newer(self, published: Published) -> None:
        """A quiet line, but where the user looks at the answer already."""
        from desktop.widgets.messages import open_link

        if self._window.findChild(QDialog, "updates") is not None:
            return
        version = str(published.version)
        ways = (
            Way(lambda: tr("Open the download page"), lambda: open_link(self._window, published.page), stays=True),
            Way(lambda: tr("Skip this version"), lambda: self.updates.skip(published)),
        )
        text = lambda: tr("Labline {version} is available. You have {own}.", version=version, own=self.updates.own)  # noqa: E731
        self.notices.tell(Notice("update", text, ways, "download"))

    # ---- what it shows when it is asked ----

    def show_first_steps(self, *, give_keyboard: bool = True) -> None:
        """Show the first steps above the inspector, wherever the user has put that."""
        from db.engine import default_path
        from desktop.crash.report import anonymous
        from desktop.views.first_steps import FirstSteps, usual_steps

        if self._own:
            about = tr("You see the dossier about DeepSeek that comes with Labline.")
        else:
            about = tr("Labline shows the history of AI labs, and of each fact where it comes from.")
        folder = anonymous(str(default_path().parent))
        where = tr("Your data lies in {folder}. Nothing of it leaves your computer.", folder=folder)
        self._steps = steps = FirstSteps(self._icons, about, usual_steps(self._actions), where)
        steps.closed.connect(self._close_first_steps)
        self._window.panels.put_above(PLACE, steps)
        if give_keyboard:
            dock = self._window.panels.docks[PLACE]
            dock.show()
            dock.raise_()
            steps.give_keyboard()
        steps.tell()

    def show_updates(self) -> None:
        """Explain and offer to ask for newer versions."""
        from desktop.views.updates import UpdatesDialog

        self._open(UpdatesDialog(self.updates, self._window))

    def show_about(self) -> None:
        """Say what Labline is."""
        from desktop.views.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.licences_wanted.connect(self.show_licences)
        self._open(dialog)

    def show_licences(self) -> None:
        """Show the licences of Labline and of what it is built on."""
        if self._licences is None:
            from desktop.licences import licences, notices_folder
            from desktop.views.licences import LicencesWindow

            self._licences = LicencesWindow(licences(notices_folder()))
        self._licences.show()
        self._licences.raise_()
        self._licences.activateWindow()

    def show_log(self) -> None:
        """Show the log, from its end."""
        from desktop.crash.report import anonymous
        from desktop.text_dialog import TextDialog

        where = anonymous(str(self.log.path))
        if self.log.is_open():
            said = tr("It lies in {path}, and holds nothing that you typed or read.", path=where)
        else:
            said = tr("There is none: nothing can be written in {path}.", path=where)
        dialog = TextDialog(self._window, title=tr("Log"), explanation=said, file_name="labline-log.txt")
        dialog.setObjectName("log")
        dialog.set_text(self.log.text())
        self._open(dialog)
        dialog.show_end()

    # ---- parts ----

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog beside the window, which goes on; it takes the place of another of its kind."""
        for before in self._window.findChildren(QDialog, dialog.objectName()):
            if before is not dialog:
                before.close()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _close_first_steps(self) -> None:
        self._steps = None
        self._settings.write(SEEN, True)
        self._settings.save()
        self._window.panels.put_above(PLACE, None)
        self._window.panels.give_keyboard()

    def _close(self) -> None:
        if self._licences is not None:
            self._licences.close()
            self._licences.deleteLater()
            self._licences = None
        if "updates" in self.__dict__:
            self.updates.stop()
        if self._starting is not None:
            self._starting.wait(1)
        self.log.note("ended")
        self.log.close()


def _why(database: Database) -> str:
    """Why a database can only be read, with the folder that cannot be written."""
    from db.engine import default_path
    from db.start import COPY, READ
    from desktop.crash.report import anonymous

    reason = database.read_only_reason
    folder = {tr(COPY): default_path().parent, tr(READ): database.path.parent}.get(reason)
    if folder is None:
        return reason
    return tr("{reason} The folder is {folder}.", reason=reason, folder=anonymous(str(folder)))
