"""Watches one file, and says once when something has happened to it.

Programs save by writing a new file in the place of the old one, which a watch of the file alone
loses; so its folder is watched too, and the signal waits until the writing has calmed down.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from argmap.desktop.running.pause import pause

_CALM_MS = 250


class DiskWatch(QObject):
    """`changed` comes a moment after the last event about the file or the folders around it.

    One folder, unless there should be heard of that being moved as well.
    """

    changed = Signal()

    def __init__(self, parent: QObject, folders: int = 1) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watcher = QFileSystemWatcher(self)
        self._calm = pause(self, _CALM_MS, self._tell)
        self._watcher.fileChanged.connect(lambda _: self._calm.start())
        self._watcher.directoryChanged.connect(lambda _: self._calm.start())
        self._path: Path | None = None

    def follow(self, path: Path | None) -> None:
        """Watch this file from now on, or none."""
        self.stop()
        self._path = path
        if path:
            self._watch(path)

    def stop(self) -> None:
        """Watch nothing."""
        self._calm.stop()
        self._path = None
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _tell(self) -> None:
        if self._path:
            # What was replaced is watched no longer, so both are watched anew.
            self._watch(self._path)
        self.changed.emit()

    def _watch(self, path: Path) -> None:
        self._watcher.addPaths([str(each) for each in (path, *path.parents[: self._folders])])
