"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# Wall time says nothing on a machine that others share; in CI the examples are the same in every run.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
