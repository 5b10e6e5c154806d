"""A build that is asked to end does so in order."""

from __future__ import annotations

import signal
import subprocess

from tests.site.archives import REPOSITORY, command
from tests.site.articles import TOWN
from tests.site.conftest import MakeArchive


def test_a_terminated_build_ends_in_order_and_publishes_nothing(archive: MakeArchive) -> None:
    """SIGTERM is answered by the usual status, without a word about what was left behind."""
    folder = archive(TOWN)
    with subprocess.Popen(command("build", "-C", str(folder.root)), cwd=REPOSITORY, stderr=-1, text=True) as process:
        while process.poll() is None and not (folder.root / "build" / "cache" / "clipfile.sqlite").exists():
            pass
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
    assert "leaked" not in told
    assert "Traceback" not in told
    assert not folder.site.exists()
