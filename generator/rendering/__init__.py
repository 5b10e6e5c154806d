"""From build/docs to a published site: MkDocs renders, Pagefind indexes, the gate checks, the swap publishes.

The only room that knows MkDocs. Everything happens in a generation of its own beside the site that readers see; until
the swap, one rename, the old site stands.
"""

from generator.rendering.files import files_in, lay_all
from generator.rendering.gate import GateReport, check, check_size
from generator.rendering.headers import read_headers, write_headers
from generator.rendering.parts import Findable
from generator.rendering.search import Settings, index
from generator.rendering.site import render, render_plainly
from generator.rendering.swap import Generation, begin, current_site, publish
from generator.rendering.weight import Weight, weigh

__all__ = [
    "Findable",
    "GateReport",
    "Generation",
    "Settings",
    "Weight",
    "begin",
    "check",
    "check_size",
    "current_site",
    "files_in",
    "index",
    "lay_all",
    "publish",
    "read_headers",
    "render",
    "render_plainly",
    "weigh",
    "write_headers",
]
