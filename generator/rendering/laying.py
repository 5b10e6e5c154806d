"""Files laid into a generation under a second name: a copy costs time and space, and nobody writes into either."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def lay(path: Path, target: Path) -> None:
    """Another name for a file, in place of what has that name, or a copy where the disk knows no such thing."""
    try:
        os.link(path, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True)
        lay(path, target)
    except FileExistsError:
        target.unlink()
        lay(path, target)
    except OSError:
        shutil.copy2(path, target)


def lay_all(folder: Path, to: Path) -> None:
    """The same with every file below a folder."""
    for inside, _, names in os.walk(folder):
        for name in names:
            path = Path(inside, name)
            lay(path, to / path.relative_to(folder))
