"""Our scripts and styles as the site serves them: without comments and margins, nothing else changed.

No parser is at work, so only what is safe without one is taken away: comments that have their lines to themselves
and blanks at the ends of lines, in files where no string crosses lines. Notices that begin with `/*!` stay.
"""

import re

COMMENT = re.compile(r"^[ \t]*/\*(?!!)(?:(?!\*/)[\s\S])*\*/[ \t]*\n|^[ \t]*//.*\n", re.MULTILINE)
"""A comment that has its lines to itself."""
MARGIN = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
EMPTY_LINES = re.compile(r"\n{2,}")


def bare(source: str) -> str:
    """The script or style sheet without comments and margins; as it is, if a template string may cross its lines."""
    if any(line.count("`") % 2 for line in source.splitlines()):
        return source
    return EMPTY_LINES.sub("\n", MARGIN.sub("", COMMENT.sub("", source))).strip() + "\n"
