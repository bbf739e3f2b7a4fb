"""How States word their answers in an addendum, each with an example and with what it must not take."""

from __future__ import annotations

import re

from onrecord.un import position_patterns as heading
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, SUPPORTED

TITLE = re.compile(
    r"\bviews\s+on\s+conclusions\s+and/or\s+recommendations|"
    r"\bpresented\s+by\s+the\s+State\s+under\s+review|"
    r"observations\s+sur\s+les\s+conclusions\s+et/ou\s+recommandations|"
    r"opiniones\s+sobre\s+las\s+conclusiones\s+y/o\s+recomendaciones",
    re.IGNORECASE,
)
"""The title of every addendum to a Working Group report that holds the State's answers."""

FIXED_WORDS = re.compile(
    r"^.*?(?:Universal\s+Periodic\s+Review|Examen\s+périodique\s+universel|Examen\s+Periódico\s+Universal)\W*|"
    r"\b(?:Addendum|Additif|Adición|Corrigendum)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands around the State's name in the title: "… Periodic Review Slovenia Addendum Views …"."""

_FLAGS = re.VERBOSE | re.IGNORECASE

RECOMMENDATION = r"(?:recommendations?|recs?\.|recommandations?|recomendaci(?:ón|ones))"
NAMES_RECOMMENDATION = re.compile(rf"\b{RECOMMENDATION}", re.IGNORECASE)
"""What a sentence must name that gives a position in passing. Not: "supports palliative care"."""

ANSWERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        PARTIALLY_SUPPORTED,
        re.compile(
            rf"""{heading.PARTIAL}
            | \b(?:accept|support|agree)(?:s|ed|able)?\b[^.;:]{{0,60}}?\b(?:in[ ]part|partial(?:ly)?|partly)\b
            | ^\W*partial(?:ly)?\b(?![ ](?:implemented|because))
            | \bpartial(?:ly)?[ ](?:accept|support|agree)\w*
            | \bpartly[ ](?:accept|support|agree)\w* | \bin[ ]part[ ](?:accepted|supported)\b
            | \b(?:accepte\w*|appuie\w*|souscri\w+)[ ](?:partiellement|en[ ]partie)
            | \bpartiellement[ ](?:accept\w+|appuy\w+)
            | \b(?:acepta\w*|apoya\w*)[ ](?:parcialmente|en[ ]parte)
            | \bparcialmente[ ](?:acepta\w*|apoya\w*)""",
            _FLAGS,
        ),
    ),
    (
        NOTED,
        re.compile(
            rf"""{heading.REFUSED}
            | \bcan(?:not|[ ]not|['’]t)[ ](?:accept|support|agree|endorse|undertake|commit)\w*
            | \bnot[ ](?:to[ ])?(?:accept|support|agree|enjoy)\w*
            | \b(?:is|are)[ ]unable[ ]to[ ](?:accept|support|agree)
            | \bnot[ ]in[ ]a[ ]position[ ]to[ ](?:accept|support|agree) | \bdo(?:es)?[ ]not[ ]enjoy\b
            | \bn[e'’][ ]?(?:\w+[ ]){{0,2}}(?:(?:pas[ ])?accept\w+|recueill\w+|souscri\w+|appuy?\w+)
                [^.;]{{0,12}}\bpas\b
            | \bne[ ](?:peut|peuvent|sont|recueillent|recueille|jouissent)[ ]pas\b
            | \bn['’]ont[ ]pas[ ]recueilli\b | \brejet(?:te|tent|ée?s?)\b
            | \bno[ ](?:acepta|puede[ ]aceptar|cuentan?|gozan?|apoya|ha[ ]aceptado)\w*
            | \brechaza\w* | \b(?:no[ ]aceptada|non[ ]accept\w+)""",
            _FLAGS,
        ),
    ),
    (
        SUPPORTED,
        re.compile(
            rf"""{heading.ENJOYED}
            | \b(?:accept(?:s|ed|ing)?|accepts[ ]to|support(?:s|ed)?|endorse[sd]?|agreed?)\b
                (?![ ]with[ ](?!(?:the|this|these|all)[ ]{RECOMMENDATION}))
                (?![ ](?:for|of|services?|measures?|programmes?|systems?|groups?|as[ ]regards)\b)
            | \bagrees\b(?![ ](?:with|that|on)[ ](?!(?:the|this|these|all)[ ]{RECOMMENDATION}))
            | \b(?:enjoys?|enjoyed|have|has)[ ][^.;]{{0,60}}?\bsupport\b
            | \b(?:recueill\w+|reçoi\w+|bénéfici\w+)[^.;]{{0,20}}?(?:adhésion|appui|agrément)
            | \baccepte(?:nt|r)?\b | \bacceptée?s?\b | \bappuie(?:nt)?\b | \bappuyée?s?\b | \bsouscrit\b
            | \b(?:cuenta|cuentan|goza|gozan)[ ]con[ ]el[ ]apoyo | \bgozan?[ ]del[ ]apoyo
            | \bacepta(?:n|das?|dos?)?\b | \bapoya(?:n|das?|dos?)?\b""",
            _FLAGS,
        ),
    ),
    (
        NOTED,
        re.compile(
            r"""\bnoted\b(?![ ](?:in|above|under|that|with)\b)
            | \b(?:takes?|took|taken|taking)[ ](?:due[ ]|good[ ])?note\b
            | \bnotes?\b[ ](?:the[ ]|these[ ]|this[ ]|following[ ]|all[ ]|other[ ]|remaining[ ])*
                (?:recommendation|recs?\b)
            | ^\W*notes?\W*$ | \bnotes[ ](?=\d) | \bwhich[ ](?:it|(?:the[ ])?\w+)[ ]notes\b
            | \bpren(?:d|nent)[ ](?:bonne[ ]|dûment[ ])?note\b | \bpris(?:es?)?[ ]note\b | \bnotée?s?\b
            | \btom(?:a|an|ado|ada|amos|ó)[ ](?:debida[ ])?(?:nota|conocimiento)\b | \banotadas?\b""",
            _FLAGS,
        ),
    ),
)
"""What a State says became of a recommendation, in the order of weight where two begin at one place."""

WITHHELD = re.compile(
    r"\b(?:cannot|can not|is not able to|is unable to|not in a position to)\b[^.;]{0,60}?"
    r"\b(?:make|take|give|express)\b[^.;]{0,30}\b(?:statement|position|answer|commitment)\b",
    re.IGNORECASE,
)
"""A part on which the State takes no position: "However, … it cannot make a definitive statement regarding
potential ratification of … Convention (No. 118)" (A/HRC/14/15/Add.1, para. 3)."""

UNDECIDED = re.compile(
    r"\bcannot\b[^.;]{0,50}\bmake a (?:definitive|final) statement|"
    r"\b(?:under|for further) (?:consideration|examination|review|study)\b|"
    r"\b(?:will|would|to) be (?:examined|considered|studied)\b|\bpending\b|\bdeferred\b",
    re.IGNORECASE,
)
"""Words that leave it open: "cannot, at this point in time, make a definitive statement"
(A/HRC/14/15/Add.1)."""

ANSWER_LABEL = re.compile(
    r"^\W*(?:(?:the\s+)?(?:\w+(?:’s|'s)?\s+)?(?:response|answer|reply|position|comments?|remarks?|status|views?)|"
    r"réponse|position|commentaires?|respuesta|posición|comentarios?)\s*[:–—-]\s*",
    re.IGNORECASE,
)
"""What stands before an answer: "Response: Norway accepts", "Norway's position: Supported"."""

SHORT_ANSWER = re.compile(
    r"^\W*(?:(?:is|are|was|were|has|have|been|therefore|thus|hereby|fully|the\s+position\s*[:–-])\s+)*"
    r"(?:(?:partially|partly|in\s+part|not)\s+)?"
    r"(?:accept(?:s|ed|able)?|support(?:s|ed)?|enjoys?|noted?|notes|take[sn]?\s+note|reject(?:s|ed)?|agree[ds]?|"
    r"endorse[sd]?|refused|declined|does\s+not|cannot|unable|partial\w*|partly|accepte\w*|acceptée?s?|notée?s?|"
    r"acepta\w*|anotada|no\s+(?:se\s+)?acepta\w*|non\s+accept\w+|rejetée?s?|rechazada)\b",
    re.IGNORECASE,
)
"""An answer that opens with its verb, as beside a number or in a cell: "Accepted.", "Not accepted"."""

SPEAKER = re.compile(
    r"^\W*(?:However,?\s+|Therefore,?\s+|Accordingly,?\s+|Thus,?\s+|For the time being,?\s+|At present,?\s+|"
    r"At this stage,?\s+|The position of\s+)*"
    r"(?:[Tt]he\s+)?(?:(?:[A-ZÀ-Þ][\w’'-]*|of|the|and|la|le|de|du|des|del|el|los)\s+){1,9}"
    r"(?:(?:can|could|does|do|is|are|will|would|has|have|fully|also|therefore|thus|hereby|currently|"
    r"at present)\s+)*"
    r"(?:not\s+|cannot\s+|unable\s+to\s+|ne\s+|no\s+)?(?:accept|support|tak|note|reject|agree|endorse|accepte|acepta|pren|toma|"
    r"cannot|partially|partly|in a position)\w*"
    r"(?:\s+(?:note\s+of|nota\s+de|note\s+de))?(?:\s+(?:to|in\s+part|in\s+principle|partially|fully))*"
    r"(?:\s*(?:[.;,:!(]|$)|\s+(?:it|this|these|them|the\s+recommendations?|recommendations?|and|but|as|cette|esta|los?|las?)\b)",
)
"""An answer that opens with the State: "The Slovenian Government accepts these recommendations". Not:
"Slovenia supports new developments in palliative care"."""

OF_THEM = re.compile(
    rf"\b(?:this|these|th(?:e|is|ese)\s+(?:above\s+)?|both|such|cette|ces|esta|estas|la|las)\s*{RECOMMENDATION}|"
    r"\b(?:it|they|them)\b",
    re.IGNORECASE,
)
"""A sentence that still speaks of those just named: "Norway takes note of these recommendations"."""

ALL = re.compile(
    rf"\b(?:all|every|the\s+remaining|all\s+(?:the\s+)?other|the\s+other|the\s+rest\s+of\s+the|toutes\s+les|todas\s+las)\s+"
    rf"(?:(?:of\s+)?(?:the\s+)?(?:\d+\s+|remaining\s+|other\s+|above\s+)*){RECOMMENDATION}"
    r"(?!\s+(?:that|which|it\s+has|accepted|supported|noted))",
    re.IGNORECASE,
)
"""An answer to all, or to all that are left: "takes note of the remaining recommendations". Not: "all
recommendations that were accepted will be carried out"."""

EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?:\s+for)?|with\s+the\s+exception\s+of|other\s+than|apart\s+from|à\s+l['’]exception\s+de|"
    r"sauf|salvo|excepto|con\s+excepción\s+de)\b",
    re.IGNORECASE,
)
"""What opens the list of those that an answer to all leaves out: "all recommendations except 105.3"."""

LABEL = re.compile(
    rf"(?:(?:{RECOMMENDATION}|\brecs?\b)(?:\s+(?:under\s+|in\s+)?(?:paragraphs?|paras?\.?))?|"
    r"\b(?:those|the\s+ones)\s+(?:(?:listed|contained|set\s+out)\s+)?(?:in|under)\s+paragraphs?\b|"
    r"\bparagraphs?\b(?=\s+\d+\.\d))"
    r"\s*(?:(?:Nos?|nos?|n[°ºo]s?|numbers?|numbered|contained\s+in\s+paragraphs?|listed\s+(?:in|under)\s+paragraphs?|"
    r"in\s+paragraphs?|under\s+paragraphs?)\.?\s*)?[:#]?\s*(?=\d)",
    re.IGNORECASE,
)
"""What opens a list of numbers: "Recommendations Nos. 5, 7", "Rec. 18", "recommendations contained in
paragraphs 105.1". Not: "the report contains 163 recommendations", where the figure stands before."""

BARE_LABEL = re.compile(
    r"(?<!Convention )(?<!Protocol )(?<!Act )(?<!Law )(?<!Decree )(?<!resolution )(?<!Resolution )"
    r"\bNos?\.\s*(?=\d)|\bnumbers\s+(?=\d)",
    re.IGNORECASE,
)
"""A list that goes on without the word: "and Nos. 12 and 14". Not: "Convention No. 169"."""

VERB = re.compile(
    r"\b(?:accepts?|supports?|notes?|rejects?|takes?\s+note\s+of|accepte|acepta)\s+(?=\d{1,3}\.\d)",
    re.IGNORECASE,
)
"""A verb of answer with numbers alone as its object: "Norway accepts 92.1"."""

DOTTED = re.compile(r"(?<![\d.$€£/])\d{1,3}\.\d{1,3}(?![\d%/])(?!\.\d)")
"""A number with its paragraph anywhere: "122.45". Not: "$9.4", "7.2.1"."""

SERIES = re.compile(
    r"\b(?:(?:serial\s+)?numbers?|numbering|numbered)\b[^.;]{0,120}?\bparagraph\s+(?P<paragraph>\d{1,3})\b[^.;]{0,30}\breport\b",
    re.IGNORECASE,
)
"""Which list of the report plain numbers count in: "The serial numbers of recommendations follow the list in
paragraph 115 of the Report" (A/HRC/28/15/Add.1, note 1)."""

TOTAL = re.compile(
    rf"(?:(?P<before>\b(?:accept|support|note|takes? note of|reject)\w*(?:\s+(?:a total of|the following))?)"
    rf"\s+"
    rf"(?P<count>\d{{1,3}})\s+(?:of\s+the\s+)?{RECOMMENDATION}"
    rf"|\b(?P<number>\d{{1,3}})\s+{RECOMMENDATION}\s+"
    rf"(?P<after>(?:are|were|have been|enjoy)\s+(?:\w+\s+){{0,3}}\w+))",
    re.IGNORECASE,
)
"""A total that the addendum states of itself: "accepts 142 recommendations". Not: "received 215
recommendations, of which 58 were immediately supported", which counts what the report holds."""

NOT_OF_ANSWERS = re.compile(
    r"\bvoluntary\s+(?:pledges|commitments)|\bpledges\b|\bannex|^(?:[IVX\d]+\.\s*)?(?:introduction|conclusions?|methodology)\b",
    re.IGNORECASE,
)
"""A heading under which no earlier heading's position holds any longer."""
