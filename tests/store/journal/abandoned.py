"""Journals as a crash leaves them."""

from __future__ import annotations

from pathlib import Path

from argmap.store.journal import Journal


def abandon(journal: Journal) -> None:
    """End a journal as a crash would: nothing is deleted, the lock is gone."""
    journal.sync()
    journal._stream.close()
    assert journal._lock is not None
    journal._lock.close()


def leave(folder: Path, *texts: str, path: Path | None = None) -> Path:
    """Leave a journal of some texts, one after the other, and return its file."""
    journal = Journal(folder, path, texts[0])
    for text in texts[1:]:
        journal.record(text)
    abandon(journal)
    return journal.file
