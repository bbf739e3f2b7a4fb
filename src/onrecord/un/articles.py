"""The article before a State's name in an English sentence: "the Republic of Korea", "China"."""

from __future__ import annotations

import re

# What a name tells by itself: a common noun at its head or its end takes the article.
_COMMON = re.compile(
    r"^(?:Republic|Kingdom|State|Democratic|United|Federated|Holy|Central|Dominican|Russian|Syrian|Czech)\b"
    r"|\b(?:Republic|Kingdom|States|Emirates|Federation|Islands)$"
)
# River, desert, archipelago: names that took the article with the land.
_BY_USE = frozenset(
    {"Bahamas", "Comoros", "Congo", "Gambia", "Maldives", "Netherlands", "Niger", "Philippines", "Sudan"}
)


def with_article(name: str, *, begins: bool = False) -> str:
    """A State's short name as it stands in an English sentence, with "The" where it `begins` one.

    What stands in brackets behind a name tells nothing of it: "Iran (Islamic Republic of)" has no article.
    """
    head = name.partition(" (")[0]
    takes = head in _BY_USE or bool(_COMMON.search(head))
    return f"{'The' if begins else 'the'} {name}" if takes else name
