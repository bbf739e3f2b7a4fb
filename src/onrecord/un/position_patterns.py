"""How reports and States word a position on recommendations, each with an example and what it must not take.

The order is the order of weight: where a heading holds two of them, the earlier one tells ("noted … and will
provide the response in due time" is pending; "did not enjoy the support … and would thus be noted" is noted).
"""

from __future__ import annotations

HEADING_ORDER = ("PARTIAL", "REFUSED", "ENJOYED", "DONE", "AWAITED", "AGREED", "NOTED", "NEUTRAL")
ANSWER_ORDER = ("PARTIAL", "REFUSED", "ENJOYED", "AGREED", "NOTED", "AWAITED", "DONE")

SUPPORT = r"(?:support|approval|agreement|acceptance)"

# "did not enjoy the support of Peru", "could not support", "cannot be accepted", "were rejected by"
REFUSED = rf"""
(?:(?:do|does|did|could|can|would|will|may|has|have|is|are|was|were)[ ]?(?:not|n['’]t)
  |unable[ ]to|not[ ]in[ ]a[ ]position[ ]to)
[ ](?:currently[ ]|yet[ ]|fully[ ]|been[ ]|be[ ]|able[ ]to[ ]|in[ ]a[ ]position[ ]to[ ])*
(?:enjoy(?:ed)?|have|had|find|found|meet|met|receive|received|gain|gained|obtain|obtained|accept(?:ed|able)?|support(?:ed)?
  |agree(?:d)?[ ](?:to|with|upon)|take[ ]on[ ]board|endorsed?|adopted?)\b
| \b(?:reject(?:s|ed)?|rejects|not[ ](?:accepted|supported|acceptable)|refused|declined|unacceptable)\b
| \bwithout[ ]the[ ]{SUPPORT}[ ]of\b | \bobject(?:s|ed)[ ]to\b
| \bno[ ](?:dio|da|dieron|ha[ ]dado|prestó|gozan|gozaron|cuentan|contaron|han[ ]contado|reciben|recibieron|obtuvieron)[ ]
  (?:con[ ]|del?[ ])?(?:el[ ]|su[ ])?(?:apoyo|respaldo|aprobación|aceptación)
| \bno[ ](?:puede|pudo|fueron|son|han[ ]sido)[ ](?:aceptar|apoyar|aceptad[ao]s)\b | \brechaz(?:a|ó|adas|aron)\b
| \bn(?:e[ ]|['’])(?:recueill\w+|ont|bénéfici\w+|jouiss\w+|appuie|approuve|accepte|acceptent|sont|souscrit|a|est
  |peut|saurait|emport\w+)[ ]pas\b
  (?:[ ](?:recueilli|reçu|bénéficié|obtenu|emporté)[ ](?:de[ ])?(?:l['’]|le[ ]|son[ ]|sa[ ])\w+|[ ]été[ ]\w+)?
| \brejet(?:te|tent|ées?|é)\b | \bpas[ ]en[ ]mesure[ ]d(?:e|['’])\b | \binacceptables?\b
"""

# "enjoy the partial support", "partially accepted", "accepted in part", "supported in principle and in part"
PARTIAL = r"""
\bpartial(?:ly)?[ ](?:accept(?:s|ed)?|support(?:s|ed)?|enjoy(?:s|ed)?|agree[sd]?)\b
| \b(?:accept(?:s|ed)?|support(?:s|ed)?)[ ](?:only[ ])?(?:in[ ]part\b|partially\b|partly\b)
| \b(?:partial|part)[ ]support\b | \benjoy(?:s|ed)?[ ](?:the|its|in)[ ](?:partial|part)\b(?:[ ]support)?
| \b(?:aceptad[ao]s?|acepta|apoyadas?)[ ](?:en[ ]parte|parcialmente)\b | \bapoyo[ ]parcial\b
| \b(?:acceptées?|accepte|appuyées?|appuie)[ ](?:en[ ]partie|partiellement)\b
| \bpartiellement[ ](?:acceptées?|appuyées?|l['’]adhésion)\b | \b(?:adhésion|appui|soutien)[ ]partiell?e?\b
"""

# "will be examined by Peru", "will provide responses in due time", "would be examined", "pending"
# Not: "have been examined by Peru" (that is over), "the State under review".
AWAITED = r"""
\b(?:will|would|shall|to|should)[ ](?:(?:further|also|now|carefully|again|thoroughly|subsequently)[ ])*
  (?:be[ ])?(?:(?:further|carefully|duly|given|under|subject[ ]to)[ ])*(?:further[ ])?
  (?:examin(?:ed|e|ation)|consider(?:ed|ation)?|stud(?:ied|y)|review(?:ed)?|analys(?:ed|e)|assess(?:ed)?)\b
| \bwill[ ](?:provide|give|submit|present|communicate|deliver|reply|respond|announce)\b
| \b(?:responses?|answers?|replies|reply|position|comments)\b[^.;:]{0,160}?\b(?:will|would|shall)[ ]be\b
| \bbe[ ]responded[ ]to\b
| \bin[ ]due[ ](?:time|course)\b | \bdeferred\b
| (?<!State[ ])(?<!States[ ])\bunder[ ](?:examination|consideration|review|study)\b
| \brequires?[ ]further[ ](?:study|examination|consideration)\b | \bpending\b
| \b(?:serán|será|seran)[ ](?:examinadas?|estudiadas?|analizadas?|objeto)\b | \bexaminará\b | \bresponderá\b
| \b(?:dará|ofrecerá|proporcionará|presentará)[ ](?:una[ ]|su[ ]|sus[ ])?(?:debida[ ])?(?:respuestas?|a[ ]conocer)\b
| \ba[ ]su[ ]debido[ ]tiempo\b
| \b(?:seront|sera)[ ](?:examinées?|étudiées?|analysées?)\b | \bexaminera\b | \brépondra\b
| \b(?:fournira|donnera|présentera|apportera)[ ](?:une[ ]|sa[ ]|ses[ ]|des[ ])?réponses?\b | \ben[ ]temps[ ](?:voulu|utile)\b
"""

# "enjoy the support of Peru", "enjoy its support", "have the support"
ENJOYED = rf"""
\b(?:enjoy(?:s|ed)?|have|has|had|met|meet|receive[sd]?|found|find|gained?|obtained?)[ ]
  (?:with[ ])?(?:(?:the|its|his|their|full)[ ])*(?:[\w’' -]{{0,60}}?[ ])??{SUPPORT}\b
| \b(?:gozan|gozaron|cuentan|contaron|han[ ]contado|reciben|recibieron|obtuvieron|dio|da|dieron|ha[ ]dado)[ ]
  (?:con[ ]|del?[ ])?(?:el[ ]|su[ ])?(?:apoyo|respaldo|aprobación|aceptación)\b
| \b(?:recueill\w+|ont[ ]recueilli|ont[ ]reçu|obtenu|emport\w+|rencontr\w+)[ ]
  (?:l['’]|le[ ]|son[ ]|sa[ ])(?:plein[ ]|pleine[ ])?(?:adhésion|appui|approbation|assentiment|agrément|soutien|acceptation)\b
| \b(?:bénéfici|jouiss)\w+[ ](?:de[ ]l['’]|du[ ]|de[ ]son[ ])(?:appui|soutien|adhésion|agrément)\b
"""

# "have been accepted", "agrees to follow up on them", "with the agreement of the State under review"
AGREED = rf"""
\b(?:accept(?:s|ed)?|support(?:s|ed)|endorse[sd]|agree[sd](?:[ ](?:to|with|upon|on))?)\b
| \bagreed[ ]on[ ]the[ ]following\b | \bwith[ ]the[ ]{SUPPORT}[ ]of\b | \bin[ ]agreement[ ]with\b
| \b(?:acepta|aceptó|aceptadas|aceptado|apoya|apoyó|accepté|acceptées?|appuie|appuyées?|approuve|approuvées?|souscrit|adhère)\b
"""

# "would thus be noted", "takes note of"; not: "the recommendations noted in the report in paragraph 27"
NOTED = r"""
\bnoted\b(?![ ](?:in|above|in[ ]the[ ]report|under))
| \b(?:takes?|took|taken|taking)[ ](?:due[ ]|good[ ])?note\b | \bnotes[ ]the\b
| \b(?:toma|tomó|tomado)[ ](?:debida[ ])?nota\b | \b(?:prend|pris)[ ](?:dûment[ ])?(?:note|acte)\b
"""

# "considers that they are already implemented or in the process of implementation"
DONE = r"""
\balready[ ](?:been[ ]|being[ ]|fully[ ])*(?:implemented|in[ ]place|covered|being[ ]implemented)\b
| \bin[ ]the[ ]process[ ]of[ ](?:being[ ])?implement(?:ation|ed)\b | \b(?:have|has)[ ]been[ ]implemented\b
| \bare[ ](?:already[ ])?implemented\b
| \bya[ ](?:se[ ])?(?:han[ ](?:sido[ ])?)?(?:aplicad[ao]s?|cumplid[ao]s?|puest[ao]s?)\b | \bse[ ]están[ ]aplicando\b
| \b(?:en[ ](?:proceso|curso|vías)[ ]de[ ](?:aplicación|ejecución))\b
| \bdéjà[ ](?:été[ ])?(?:appliquées?|mises?[ ]en[ ]œuvre)\b
| \ben[ ](?:cours|voie)[ ](?:d['’]application|de[ ]mise[ ]en[ ]œuvre)\b
"""

# "the following recommendations were made to Japan", "are listed below"
NEUTRAL = r"""
\b(?:following|these|above|below)?[ ]?(?:conclusions[ ]and/or[ ])?recommendations?\b[^.;:]{0,80}?
  \b(?:(?:were|was|have[ ]been|had[ ]been)[ ]
    (?:made|formulated|listed|put[ ]forward|addressed|presented|provided)|are[ ]listed)\b
| \b(?:made|formulated)[ ]the[ ]following[ ]recommendations\b
| \bit[ ]was[ ]recommended[ ]that\b | \brecommendations\b[^.;:]{0,80}?\blisted[ ]below\b
| \brecommendations\b[^.;:]{0,160}?\bas[ ]follows\b
| \brecomendaciones\b[^.;:]{0,100}?\b(?:formuladas|figuran|siguientes)\b
| \brecommandations\b[^.;:]{0,100}?\b(?:formulées|ci-après|suivantes|énumérées)\b
"""

# The closing formula of every report: "… reflect the position of the submitting State(s) … endorsed by …".
CLOSING = r"""
\breflect[ ]the[ ]positions?[ ]of[ ]the[ ]submitting\b
| \breflejan[ ]la[ ]posición[ ]del?\b | \breflètent[ ]la[ ]position\b
"""
