"""The formulas of paragraphs 1 to 4 of a Working Group report in Spanish and French, each with an example."""

from __future__ import annotations

import re
from typing import NamedTuple

Pattern = re.Pattern[str]


class Formulas(NamedTuple):
    """One language's formulas; what each says stands at its English sibling in facts_patterns.py."""

    title: Pattern
    session: Pattern
    review_of: Pattern
    review_held: Pattern
    adopted: Pattern
    troika: Pattern
    questions: Pattern


SPANISH = Formulas(
    # "Informe del Grupo de Trabajo sobre el Examen Periódico Universal* Bolivia"
    title=re.compile(
        r"^Informe del Grupo de Trabajo sobre el Examen Periódico Universal\W*|[*∗]|_{3,}.*$", re.IGNORECASE
    ),
    # "celebró su séptimo período de sesiones"
    session=re.compile(r"\bcelebró su (?P<ordinal>[\wº]+) per[ií]odo de sesiones\b"),
    # "El examen de Bolivia tuvo lugar", "se llevó a cabo", "se celebró"
    review_of=re.compile(
        r"\b[Ee]l examen (?:de |del )(?:la |los |las |el )?(?P<state>.{3,90}?) (?:tuvo lugar|se (?:llevó|celebró|realizó|efectuó))\b"
    ),
    review_held=re.compile(
        r"\b[Ee]l examen .{0,90}?(?:tuvo lugar|se (?:llevó|celebró|realizó|efectuó))(?P<when>[^.]{5,140}?\d{4})"
    ),
    # "En su décima sesión, celebrada el 17 de febrero de 2010, el Grupo de Trabajo aprobó"
    adopted=re.compile(r"\b(?:En su|En la|El)\b(?P<when>[^.]{0,120}?\d{4}),? el Grupo de Trabajo aprobó"),
    # "relatores (troika) para facilitar el examen de Bolivia: Kirguistán, Burkina Faso y Uruguay."
    troika=re.compile(
        r"\b(?:troika|relatores)\b.{0,40}?para facilitar el examen (?:[^:]{3,90})?: (?P<names>[^:]+?)\.?(?=\s|$)(?<=\.|\w)$",
        re.IGNORECASE,
    ),
    # "una lista de preguntas preparadas de antemano por Dinamarca, Hungría y los Países Bajos."
    questions=re.compile(
        r"\bpreguntas (?:preparadas|formuladas|redactadas)(?: de antemano| previamente| con antelación| por anticipado)? por "
        r"(?P<names>.+?)(?:\.(?=\s|$)|$)",
        re.DOTALL,
    ),
)

FRENCH = Formulas(
    # "Rapport du Groupe de travail sur l'Examen périodique universel* Bolivie"
    title=re.compile(
        r"^Rapport du Groupe de travail sur l[’']Examen périodique universel\W*|[*∗]|_{3,}.*$", re.IGNORECASE
    ),
    # "a tenu sa septième session du 8 au 19 février 2010"
    session=re.compile(r"\ba tenu sa (?P<ordinal>[\w-]+(?: et \w+)?) session\b"),
    # "L'Examen concernant la Bolivie a eu lieu", "L'examen de la Bolivie s'est déroulé"
    review_of=re.compile(
        r"\b[Ll][’'][Ee]xamen (?:concernant |de |du |des )?(?:la |le |les |l[’'])?(?P<state>.{3,90}?) (?:a eu lieu|a été effectué|s[’']est (?:déroulé|tenu))"
    ),
    review_held=re.compile(
        r"\b[Ll][’'][Ee]xamen .{0,90}?(?:a eu lieu|a été effectué|s[’']est (?:déroulé|tenu))(?P<when>[^.]{5,140}?\d{4})"
    ),
    # "À sa 10e séance, tenue le 17 février 2010, le Groupe de travail a adopté"
    adopted=re.compile(r"\b[ÀA] (?:sa|la)\b(?P<when>[^.]{0,120}?\d{4}),? le Groupe de travail a adopté"),
    # "rapporteurs (troïka) pour faciliter l'examen de la Bolivie: Kirghizistan, Burkina Faso et Uruguay.",
    # "un groupe de rapporteurs (troïka) constitué des pays suivants: Botswana, Inde et Italie."
    troika=re.compile(
        r"\b(?:tro[iï]ka|rapporteurs)\b.{0,40}?(?:faciliter l[’']examen (?:[^:]{3,90})?|"
        r"(?:composé|constitué|formé)e? des (?:pays|États) suivants)\s?: (?P<names>[^:]+?)\.?(?=\s|$)(?<=\.|\w)$",
        re.IGNORECASE,
    ),
    # "une liste de questions préparées à l'avance par l'Allemagne, le Danemark et la Suède a été transmise"
    questions=re.compile(
        r"\bquestions (?:préparée?s?|posée?s?|établie?s?|écrites)(?: à l[’']avance)? par (?P<names>.+?) "
        r"(?:a été|ont été|avai(?:en)?t été)\b",
        re.DOTALL,
    ),
)

FORMULAS = {"es": SPANISH, "fr": FRENCH}
