"""Messages to the user, and links they may open: plain text, whatever it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from db.texts import tr

SCHEMES = ("http", "https", "mailto")
LINE = 48  # characters of an address on a line
Button = QMessageBox.StandardButton
Icon = QMessageBox.Icon


def plain_message(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    icon: QMessageBox.Icon = QMessageBox.Icon.Warning,
    buttons: Button = Button.Ok,
    default: Button = Button.NoButton,
    labels: dict[Button, str] | None = None,
) -> Button:
    """Show a message and wait for the answer. `labels` renames buttons: a verb says more than OK."""
    box = QMessageBox(icon, title, "", buttons, parent)
    box.setObjectName("message")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setDefaultButton(default)
    for button, label in (labels or {}).items():
        box.button(button).setText(label)
    answer = Button(box.exec())
    box.deleteLater()
    return answer


def open_link(parent: QWidget | None, address: str) -> bool:
    """Open an address in the program that the system has for it, after the user has seen the whole of it.

    Only http, https and mailto are opened. Returns whether it was.
    """
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    # Encoded, no letter looks like another one or turns the reading direction.
    shown = bytes(url.toEncoded().data()).decode("ascii") if url.isValid() else repr(address)
    shown = "\n".join(shown[i : i + LINE] for i in range(0, len(shown), LINE))
    if not url.isValid() or url.scheme() not in SCHEMES or (url.scheme() != "mailto" and not url.host()):
        plain_message(
            parent,
            tr("Link not opened"),
            shown + "\n\n" + tr("Labline opens only web addresses (http, https) and mail addresses (mailto)."),
        )
        return False
    answer = plain_message(
        parent,
        tr("Open this link?"),
        shown,
        icon=QMessageBox.Icon.Question,
        buttons=Button.Open | Button.Cancel,
        default=Button.Open,
    )
    return answer == Button.Open and QDesktopServices.openUrl(url)
