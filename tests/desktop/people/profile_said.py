"""What the profile of a person says."""

from __future__ import annotations


def head(use) -> str:
    return use.view.profile.head.toPlainText()


def body(use) -> str:
    return use.view.profile.body.toPlainText()
