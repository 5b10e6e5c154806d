"""What the programs of a page say to whoever uses it: that they load, that they miss something, how a form went."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 160
_SAYS: Final = re.compile(
    r"(?:thank you! your submission has been received|oops! something went wrong while submitting the form"
    r"|please enter a valid (?:\w+ )?e-?mail(?: address)?|this field is required"
    r"|this field is for validation purposes and should be left unchanged|error! please enter a valid e-?mail address"
    r"|great! check your inbox and click the link.{0,60}"
    r"|loading (?:[\w’'-]+ ){0,5}[\w’'-]+(?:\.{3}|…)"
    r"|(?:we['’]?(?:re| are) )?sorry,? but .{0,40}(?:enable|without) javascript.{0,80}"
    r"|(?:please )?(?:enable|turn on) javascript .{2,80}|you need to enable javascript to run this app"
    r"|(?:.{1,12} )?\(?opens in (?:a )?new (?:tab|window)\)?"
    r"|(?:press )?(?:ctrl|cmd|⌘|alt|shift) ?\+? ?[a-z](?: to (?:preview|search|close|open))?"
    r"|rated \d(?:[.,]\d)? stars (?:by|from) [\d.,]+k?\+? (?:users|customers|people|reviews|ratings))[.!]*",
    re.IGNORECASE,
)


def is_of_program(text: str) -> bool:
    """Whether a line is a program's: pages hold such words from the beginning, and dumps have them amid the article."""
    return len(text) <= _LONGEST and _SAYS.fullmatch(text.strip()) is not None
