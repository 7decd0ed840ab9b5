"""A widget alone in a window, and what it looks like."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

HTML = '<b>x</b><img src="file:///etc/hostname">'


def shown(qtbot, widget: QWidget) -> QWidget:
    """Put a widget into an active window that has another focusable one."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(QPushButton("before"))
    layout.addWidget(widget)
    layout.addStretch()
    window.resize(400, 400)
    qtbot.addWidget(window)
    widget.kept_alive = window
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
