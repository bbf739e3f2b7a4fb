"""How reports say who speaks, each pattern with an example and with what it must not take."""

from __future__ import annotations

import re

PRESENTATION = re.compile(
    r"\bpresentation by the State\b|\bexposición del Estado\b|\b(?:exposé de|présentation par) l[’']État\b",
    re.IGNORECASE,
)
"""The heading "A. Presentation by the State under review"."""

DIALOGUE = re.compile(
    r"\binteractive dialogue\b|\bdiálogo interactivo\b|\bdialogue\b.{0,20}\bréponses\b", re.IGNORECASE
)
"""The heading "B. Interactive dialogue and responses by the State under review"."""

OF_A_STATE = re.compile(
    r"(?:(?:In \d{4},|Also|Finally|Similarly|Likewise|According to),? )?"
    r"(?:The (?:[Pp]ermanent )?(?:representatives?|delegations?|delegates?|Governments?|Ambassador|observer)"
    r" (?:of|from|for) )?(?:[Tt]he )?"
    r"(?:(?:State|Kingdom|Commonwealth|Government) of )?",
)
"""What may stand before the speaker's name: "The delegation of", "The representative of the".
Not: "In response to questions from" (then another speaks)."""

NEXT_SPEAKER = re.compile(r"(?:,|,? and|,? as well as|;)(?: also)? (?:the )?", re.IGNORECASE)
"""What stands between two States that speak as one: "Cuba, Egypt and Sudan commended"."""

ABBREVIATION = re.compile(r" \([A-Z][A-Za-z]{1,7}\)")
"""After a name: "the Democratic People's Republic of Korea (DPRK) noted"."""

ON_BEHALF = re.compile(
    r",? (?:\()?(?:also )?(?:speaking )?(?:also )?(?:on|in) (?:the )?(?:behalf|name) of (?:the )?"
    r"(?P<group>[^,()]{3,90}?)(?:\)|,|(?= (?:[a-z]+ed|made|said|stated|noted|took|and) ))",
)
"""After a name: "Egypt, on behalf of the African Group, commended"."""

FOR_A_GROUP = re.compile(r"(?:[Ss]peaking )?[Oo]n behalf of (?:the )?(?P<group>[^,]{3,90}),")
"""Before the speaker's name: "On behalf of the Arab Group, Palestine noted"."""

OWNED = re.compile(r"['’`´]s?(?!\w)|s['’] |[-–]")
"""After a name that does not speak itself: "China's efforts were praised"."""

VERB = re.compile(
    r",?(?: \([^()]{1,60}\))?,?"
    r"(?: (?:also|further|furthermore|therefore|then|thus|however|again|warmly|strongly|highly|"
    r"deeply|sincerely|"
    r"especially|particularly|in particular|moreover|additionally|finally|likewise|similarly|"
    r"first|next|fully|"
    r"once again|in turn|itself|too|specifically|notably|still|both|all|duly|greatly|positively|equally|"
    r"additionally|clearly|explicitly|very much|only|in addition|in this (?:regard|respect|context)),?)*"
    r" (?:(?P<passive>(?:was|were|is|has been|had been|have been) (?:also |further |highly |therefore )?"
    r"(?:commended|congratulated|asked|encouraged to|urged|called (?:up)?on|invited|praised|"
    r"thanked|requested|"
    r"recommended|questioned|advised|welcomed|applauded))\b"
    r"|(?P<active>[a-z]+ed|[a-z]+(?<!u)s|welcome|made|put|took|sought|said|told|drew|"
    r"felt|had|found|held|"
    r"was|were|gave|saw|paid|spoke|began|went|knew|thought|understood|set|would|could|will|have|"
    r"are|did|do)\b)",
)
"""The verb after a speaker's name: "welcomed", "remained concerned", "was encouraged"; `passive` where
others speak of the State named: "was commended for"."""

CLAUSE = re.compile(r"(?:[,;:–—)”\"]|\bsession|\bdialogue) (?:the )?$", re.IGNORECASE)
"""What stands before the speaker's name after an opening clause: "While noting the efforts made, "."""

DELEGATION = re.compile(
    r"(?:The|Its|His|Her|Their|This|A|One|Another) "
    r"(?:[\w’'-]+ ){0,3}?(?:[Dd]elegations?|[Dd]elegates?|[Mm]inisters?|"
    r"[Hh]ead of (?:the )?(?:\w+ )?[Dd]elegation|"
    r"Government|Ambassador|Secretary|Under-Secretary|Attorney|Solicitor|Chancellor|Director|"
    r"Commissioner|Permanent Representative|[Rr]epresentatives?|State under review|State party|"
    r"country|authorities|Senator|"
    r"Chargé|spokes\w+|Advis[eo]r|Prosecutor|Coordinator|State Secretary)\b"
)
"""The State under review under the name of its people: "The head of the delegation", "The Minister"."""

INSIDE = re.compile(
    r"\b(?:the|its|his|her|their)(?: [\w’'-]+){0,3}? "
    r"(?:[Dd]elegation|[Mm]inister|Attorney[- ]General|representatives?|Government|Secretary|"
    r"State under review|"
    r"State party)(?: of (?:the )?(?:[A-ZÉ][\w’-]*(?: of| the| and)* ?){1,6}(?<! ))?(?= )"
)
"""The same after an opening clause: "On women's rights, the delegation stated"."""

BEARER = re.compile(r"(?:H\. ?E\.|Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Hon|Judge|Ambassador|Minister|Sheik\w*)\b")
"""A person's name, without the State: "Mr. Morin answered"; foreign delegations are named by State."""

CHAIR = re.compile(
    r"The (?:President of the (?:Human Rights )?Council|President of the Working Group|troika|secretariat|"
    r"Vice-President of the (?:Human Rights )?Council|Working Group|(?:United Nations )?High Commissioner)\b"
)
"""Those who lead the meeting: neither the State under review nor a speaker on the list."""

SEVERAL = re.compile(
    r"(?:During|In|In the course of|At) the (?:ensuing |"
    r"subsequent )?(?:inter-?active )?(?:dialogue|discussion)|"
    r"(?:A |The )?(?:very |vast |overwhelming )?(?:large |great |certain |significant )?"
    r"(?:number|majority|group)s? of (?:other |the )?"
    r"(?:delegations?|States?|countries|speakers|members|representatives|statements|comments|interventions)|"
    r"(?:Many|Several|Numerous|Some|All|Most|Various|Other|Certain|Both|Two|Three|Four|Five|"
    r"(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)\S*|\d+) "
    r"(?:other )?(?:delegations?|States?|countries|speakers|members|representatives|statements|participants|"
    r"comments|questions|recommendations|interventions)|"
    r"(?:Delegations|Speakers|Statements|Questions|Recommendations|Additional statements|Appreciation|"
    r"Reference was made|Concerns?|It was (?:noted|recommended|asked|stated|recognized)|All written|"
    r"The following|The (?:recommendations|statements|text|full text)|Additional|Further statements)\b"
)
"""Speakers who are not named: "A number of delegations thanked", "During the interactive dialogue"."""

REPLIES = re.compile(
    r"(?:(?:In|By way of) (?:its |his |her |the |their |further |a )?(?:initial |first |final |"
    r"closing |concluding |"
    r"preliminary )?(?:response|responses|reply|replies|conclusion|concluding|closing|answer|answering|"
    r"responding|replying)|Respond\w*|Reply\w*|Answer\w*|To conclude|Finally|Lastly|Concluding|In closing|"
    r"Turning|Referring|As (?:for|to|regards|regarding|concerns|far as)|Regarding|Concerning|"
    r"With (?:regards?|respect|reference|relation)|In (?:relation|connection|regard|respect|"
    r"reference) (?:to|with)|"
    r"In (?:the (?:area|field|context|matter|case|light) of|terms of)|Regards|"
    r"On (?:the |a |his |its |their |all |other |another )?[a-z]|Relating|Following|Addressing|"
    r"Touching|Speaking of|"
    r"According to|At the (?:end|beginning) of|Concernant|S[’']agissant|Au sujet|Le Gouvernement|"
    r"La délégation)\b"
)
"""How a reply opens: "Regarding the death penalty, courts had". Only where no other State is the subject:
"With regard to torture, Norway recommended" is Norway's statement. Some reports hold answers in French."""

SAME_SPEAKER = re.compile(
    r"(?:It|He|She|They)\b(?! (?:was|is|has|had been|should|must|would be|will|could) )"
)
"""Goes on with the speaker of the paragraph before: "It also asked". Not: "It was noted"."""

OWN_DELEGATION = re.compile(
    r"['’]s? (?:delegation|representative|Minister|Government|Permanent Representative)\b"
)
"""After a name: "Poland's delegation stated"."""

WEAK_OFFICE = re.compile(
    r"\b(?:Government|country|authorities|Commissioner|Director|Prosecutor|Coordinator)$"
)
"""Words that those who speak of the State under review use as well: "The Government had made progress"."""

CALLS_FOR = re.compile(
    r" (?:recommended|asked|commended|encouraged|enquired|inquired|urged|welcomed|congratulated)\b"
)
"""Verbs that show a speaker even where the comma before the name is missing: "to address torture and impunity
the Czech Republic recommended" (A/HRC/11/29, para. 82)."""

NO_CLAUSE = re.compile(
    r"\b(?:that|which|who|as|by|of|from|with|and|or|in|to|for|when|what|whether) (?:the )?$"
)
"""What cannot close an opening clause: "as the Czech Republic recommended", "noting that Canada asked"."""

MISSPELT = re.compile(
    r"(?:The )?(?P<name>(?:[A-Z][\w’'é-]+(?: of| and| the)? ?){1,6}?) "
    r"(?:commended|noted|acknowledged|welcomed|thanked|recommended|asked|expressed|congratulated|"
    r"appreciated)\b"
)
"""A speaker's name that no table holds: "The United Sates of America commended"."""

NOT_HEARD = re.compile(
    r"\b(?:[Ss]tatements?|[Dd]elegations|[Cc]ountries|States|[Ss]peakers)\b[^.]{0,120}?"
    r"(?:could not (?:be (?:delivered|made|heard|read)|speak|take the floor|make|deliver)|"
    r"(?:were|was) (?:not able|unable) to (?:make|deliver|speak|take)|"
    r"did not have (?:the )?(?:time|opportunity|chance)|(?:were|was) not (?:delivered|heard|able to speak))"
)
"""Those not heard: "Fifty-five delegations were not able to make their statements"."""

LISTED_AFTER = re.compile(
    r"(?:(?:statements|floor|constraints|time|speak|available|dialogue)\s?(?P<mark>\d)?[:.]\s?(?:\d )?|"
    r"(?:statements|floor|constraints|time|speak)\.?: )"
    r"(?P<names>(?:[A-ZÉÎ][^.:]{3,40}[,;] )[^.:]{10,2000})[.:]"
)
"""The list behind that sentence: "owing to time constraints: Norway, Chile and Peru."."""

LIST_LEAD = re.compile(
    r"(?:These (?:include|are) )?(?:(?:the )?(?:statements?|delegations|States|countries) )?"
    r"(?:(?:of|from|by|were|are|include) )?(?=(?:the )?[A-ZÉ])",
    re.IGNORECASE,
)
"""How a list in a note opens: "These include statements from Chad"."""

GLUED_MARK = re.compile(r"(?:available|statements|dialogue|constraints|extranet)\.?([1-9])(?=\s|\.|$)")
"""A note's mark that stayed in the text: "posted on the extranet when available.1"."""

NOTE_INSIDE = re.compile(
    r"(?:^|(?<=\s))(?P<mark>[1-9])\s(?P<names>(?:[A-Z][^.]{3,60}[,;] ){2}[^.]{10,2000})(?:\.|$)"
)
"""A note printed among a paragraph's lines: "results in the area of basic 1 Viet Nam, Slovenia, Mexico"."""

COUNTED = re.compile(r"\b(\d+|[A-Za-z]+(?:-[a-z]+)?) (?:delegations|statements|countries|States|speakers)\b")
"""How many were not heard: "Fifty-five delegations", "An additional 31 statements"."""
