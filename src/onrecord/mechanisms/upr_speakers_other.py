"""Who speaks in a paragraph of the dialogue in Spanish or French, from its opening words.

As in English, a State that takes the floor is named at the head of its paragraph ("El Ecuador se refirió",
"Le Liban a salué"); the State under review answers under its own name or as "la delegación".
"""

from __future__ import annotations

import re

from onrecord.mechanisms.upr_speakers import OPEN, REPLY, STATEMENT, Speech
from onrecord.un.states import FoundState, find_state, find_states

NAME_WITHIN = 130
"""How far into a paragraph the speaker's name can reach."""

BEFORE_NAME = re.compile(
    r"(?:(?:(?:La|El) (?:delegación|representante|observador\w*) (?:de |del )|"
    r"(?:La délégation|Le représentant|La représentante) (?:de |du |des )))?"
    r"(?:El |La |Los |Las |Le |Les |L[’']|el |la |los |las |le |les |l[’'])?",
)
"""What may stand before the speaker's name: "La", "La delegación de", "L'"."""

JOINT = re.compile(r"(?:,| y| e| et|, así como| ainsi que)(?: el| la| los| las| le| les| l[’'])? ?")
"""What stands between States that speak as one: "Cuba y el Ecuador"."""

BEHALF = re.compile(
    r",? (?:hablando )?(?:en nombre d(?:e|el)|au nom d(?:e|u|es))(?: la| los| las| l[’'])? ?(?P<group>[^,]{3,90}?),"
)
"""After a name: "Egipto, en nombre del Grupo Africano, celebró"."""

VERB = re.compile(
    r",?(?: también| además| asimismo| igualmente| por su parte| se| le| lo| les| ha| han| hizo| no| también se| a| ont| s[’']est| l[’']a| en outre| également| aussi| n[’']a)*"
    r",? (?:[^\W\d_]+(?:ó|ió|aron|ieron|aba|ía|ían|ado|ido|é|ée|és|ait|aient|ent|it|u|ut)|dijo|hizo|fue|puso|pidió|dio|fait|dit|mis|pris)\b"
)
"""A verb in the past after the name: "se refirió", "tomó nota", "a félicité", "s'est déclaré"."""

LEADING_CLAUSE = re.compile(
    r"(?:Refiriéndose|Haciendo referencia|Tras|Después de|Tomando nota|Se référant|Faisant référence|Après|Prenant note|"
    r"Tout en)\b[^,.]{3,90}, (?=[^\W\d_a-z]|(?:el|la|los|las|le|les) |l[’'])"
)
"""What may stand before the name: "Refiriéndose a la intervención de Bolivia, Suecia preguntó" (A/HRC/14/7, 72)."""

WORD = re.compile(r"[^\W\d_]+(?=[ ,])")

DELEGATION = re.compile(
    r"(?:(?:La|Su|Esa) delegación|(?:El|La) (?:jefe|jefa|Ministr[oa]|Embajador\w*|Gobierno|orador\w*)|La délégation|"
    r"(?:Le|La) (?:chef de la délégation|Ministre|Ambassadeur|Gouvernement)|En respuesta|En réponse|Respondiendo|Répondant|"
    r"Con respecto|Respecto|En relación|En cuanto|Por lo que respecta|En lo que|Concernant|S[’']agissant|En ce qui concerne|"
    r"Pour conclure|Para concluir|En conclusión|En conclusion|Por último|Enfin)\b"
)
"""The State under review by its people, or an answer by its opening."""


def speech_in(text: str, under_review: str, language: str) -> Speech:
    """Tell who speaks from the opening of `text`; `under_review` is the code of the State under review."""
    clause = LEADING_CLAUSE.match(text)
    if clause:
        rest = text[clause.end() :]
        told = speech_in(f"{rest[0].upper()}{rest[1:]}", under_review, language)
        if told.kind != OPEN:
            return told
    found = find_states(text[:NAME_WITHIN], language)
    head = _loose_at_head(text)
    if head and (not found or found[0].start > head.start):
        found = [head, *found]
    if found and BEFORE_NAME.fullmatch(text, 0, found[0].start):
        speakers = [found[0]]
        for other in found[1:]:
            if not JOINT.fullmatch(text, speakers[-1].end, other.start):
                break
            speakers.append(other)
        behalf = BEHALF.match(text, speakers[-1].end)
        if behalf or VERB.match(text, speakers[-1].end):
            codes = tuple(dict.fromkeys(one.state.code for one in speakers))
            kind = REPLY if codes == (under_review,) else STATEMENT
            group = behalf["group"].strip() if behalf else ""
            return Speech(kind, codes, tuple(one.as_written for one in speakers), group)
    opens = DELEGATION.match(text)
    if opens:
        return Speech(
            REPLY, (under_review,) if under_review else (), evidence=f"opens as an answer: “{opens[0]}”"
        )
    return Speech(OPEN)


def _loose_at_head(text: str) -> FoundState | None:
    """A name that is a word as well ("Inde" of the French) where a speaker's name stands."""
    opens = BEFORE_NAME.match(text)
    word = WORD.match(text, opens.end()) if opens else None
    named = find_state(word[0]) if word else None
    return FoundState(word.start(), word.end(), named, word[0]) if word and named else None
