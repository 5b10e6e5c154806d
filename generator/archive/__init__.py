"""Everything about everything: articles, who is in them, what they are about and whom they cite, as one Archive."""

from generator.archive.differences import with_differences
from generator.archive.pages import wishes
from generator.archive.relate import Findings, relate
from generator.archive.versions import sketch, versions

__all__ = ["Findings", "relate", "sketch", "versions", "wishes", "with_differences"]
