"""How easy a text is to read: the Gulpease index of the Italian language (Lucisano and Piemontese, 1988).

89 + (300 · sentences − 10 · letters) / words, from 0 to 100; over 60 it is easy for who has the lower
secondary school diploma. Letters only are counted, apostrophes divide words, and the point of an abbreviation
ends no sentence.
"""

import re

WORD = re.compile(r"[^\W\d_]+")
ABBREVIATIONS = re.compile(
    r"\b(?:artt?|cc?|nn?|L|D|R|Lgs|d\.?lgs|D\.?P\.?R|D\.?G\.?R|D\.?P\.?C\.?M|P\.?I\.?P\.?P\.?I|c\.?d|es|ecc|tel|cell|sig|dott|pag|ca|max|min)\.(?=\s*[\w(,;:)])",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
END = re.compile(r"[.!?;:](?=\s|$)|\n\s*[-*]\s|\n\s*\n|$")
MIN_WORDS = 30
"""Under this many words the index says nothing."""


def gulpease(*texts: str) -> float | None:
    """The index of texts read one after the other; None if they have too few words to tell.

    Each text is a sentence at least.
    """
    words = letters = sentences = 0
    for text in texts:
        plain = LINK.sub(r"\1", text) if "](" in text else text
        plain = ADDRESS.sub("", plain) if "@" in plain or "://" in plain else plain
        if "." in plain.rstrip(".\n "):  # nearly no sentence has a full stop but at its end
            plain = INITIALS.sub(lambda found: found.group().replace(".", ""), plain)
            plain = ABBREVIATIONS.sub(lambda found: found.group()[:-1], plain)
        found = WORD.findall(plain)
        words += len(found)
        letters += sum(map(len, found))
        sentences += sum(1 for piece in END.split(plain) if WORD.search(piece))
    if words < MIN_WORDS:
        return None
    return max(0.0, min(100.0, 89 + (300 * sentences - 10 * letters) / words))
