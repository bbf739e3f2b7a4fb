"""The verbs with which a recommendation begins, as UPR recommendations use them."""

from __future__ import annotations

_VERBS = """
abide abolish accede accelerate accept adopt allow amend align apply approve ban bring cease close commit comply conduct
consider continue cooperate create criminalize decriminalize develop disclose eliminate end enact engage enforce ensure
establish expand extend facilitate free fulfil grant guarantee halt hold honour implement improve incorporate increase
introduce intensify invite investigate issue join launch lift limit maintain make observe open permit prevent prohibit
promote prosecute protect publish put raise ratify recognize recognise reduce refrain reform release remove repeal respect
restore review revise sign stop strengthen suspend take terminate train uphold withdraw
"""
_NOUNS_TOO = (
    "access ban close end free hold issue join limit make open put reform release review sign stop train"
)

VERBS = frozenset(_VERBS.split())
NOUNS_TOO = frozenset(_NOUNS_TOO.split())
"""Those that are nouns as often: "the review and reform of the law"."""
