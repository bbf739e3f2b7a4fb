"""Rules on names, links, persons and layout: each finds what it is for, and says nothing of what is right."""
# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import cited, letter, recommendations

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]
ONE = "A. Writer, “The first of the news”, Daily Herald (3 May 2023), https://news.example/1"
TWO = "B. Other, “Quite another matter”, Weekly Post (4 June 2023), https://news.example/1"

# (rule, a letter in which it must speak, words of its message, a letter in which it must be silent)
CASES = [
    ("spelling_variants", letter("One.[^1] Two.[^2]", "Monthly Chosun (2007)", "Monthly Chousn (2007)"), "“Chosun”", letter("One.[^1] Two.[^2]", "Monthly Chosun", "Monthly Chosun")),
    ("spelling_variants", letter("Under the Exit and Entry Administration Law, and the Exit-Entry Administration Law."), "“Exit-Entry Administration Law”",
     letter("Under the Exit and Entry Administration Law, and the Refugee Recognition Law.")),
    ("spelling_variants", letter("Kim Kyu Li wrote. So did Kim Gyu-ri."), "“Kim Kyu Li”", letter("Kim Kyu Li wrote. So did Kim Cheol-ok.")),
    ("spelling_variants", letter("Elizabeth Salmon and Elizabeth Salmón."), "“Salmon”", letter("The Committee and its Committees; the Convention of all Conventions; Korea and Korean; Organisation and Organization.")),
    ("spelling_variants", letter("Norway wrote on Hugnary’s reply."), "a slip for Hungary", letter("Norway wrote on Hungary’s reply and the States’ own.")),
    ("name_authority", letter("Elizabeth Salmon wrote."), "Elizabeth Salmón", letter("Elizabeth Salmón wrote; Tomás Ojea Quintana too; Elizabeth Salmonella did not.")),
    ("wording", letter("Signature organizations and individuals"), "Signatory organizations", letter("Signatory organizations; he said “caused from”.")),
    ("malformed_link", letter("One.[^1]", "A, htps://news.example/1"), "misspelled", letter("One.[^1]", "A, https://news.example/1, http://www.example.org; the words http and https.")),
    ("malformed_link", letter("One.[^1]", "A, https//news.example/1"), "misspelled", letter("See http://localhost:8000/x.")),
    ("malformed_link", letter("One.[^1]", "A, https://https://news.example/1"), "twice", letter("One.")),
    ("malformed_link", letter("One.[^1]", "A, https://news/1"), "no domain", letter("One.[^1]", "A, https://web.archive.org/web/2020/https://news.example/1")),
    ("malformed_link", letter("One.[^1]", "A, https://www..example.org/1"), "two full stops", letter("One.")),
    ("link_of_two_sources", letter("One.[^1] Two.[^2]", ONE, TWO), "link of another", letter("One.[^1] Two.[^2]", ONE, ONE)),
    ("link_host", letter("One.[^1]", "Open letter to the President (3 May 2023), https://www.hrw.org/news/1"), "Human Rights Watch",
     letter("One.[^1]", "HRW, “Letter” (3 May 2023), https://www.hrw.org/news/1")),
    ("link_host", letter("One.[^1]", "Yonhap (3 May 2023), https://n.news.naver.com/1"), "a copy at Naver", letter("One.[^1]", "Yonhap (3 May 2023), https://en.yna.co.kr/1")),
    ("contrary_source", letter("It was told.[^1]", "A. Writer, “The families”, Monthly (2007); Ministry of Foreign Affairs, “Concerning the article on the families” (17 January 2007)"), "without saying what",
     letter("It was told, and the Ministry denied it.[^1]", "A. Writer, “The families”, Monthly (2007); Ministry of Foreign Affairs, “Concerning the article on the families” (17 January 2007)")),
    ("contrary_source", letter("It was told.[^1]", "외교부, “기사에 대한 해명자료” (2007)"), "without saying what", letter("It was told.[^1]", "Ministry of Foreign Affairs, “White paper on trade” (2007)")),
    ("disclosure", letter("Among those deported on 9 October 2023 is a woman who has lived here for years.\n\nKim Kyu Li (sister of Kim Cheol-ok who was deported on 9 October 2023)"), "names Kim Cheol-ok",
     letter("Among those deported on 9 October 2023 is a woman who has lived here for years.\n\nKim Kyu Li (sister of Kim Cheol-ok who was deported on 3 May 2021)")),
    ("named_person", letter("They deported Han Man-taek in 2005."), "Han Man-taek (line 7)", letter("They deported North Korean persons; Minister Park Jin spoke. They returned South Korean citizens.")),
    ("blank_lines", letter("One.\n\n\u00a0\n\nTwo."), "1 line holds", letter("One.\n\n\n\nTwo\u00a0words.")),
    ("capitals_of_name", letter("Since Covid-19 it is worse; COVID-19 was the reason."), "“Covid-19”", letter("OPEN LETTER TO NORWAY\n\nNorway is far. UNICEF and Unita differ.")),
    ("bracket_meanings", letter("He said “it [the law] is old and should not stay in force”.\n\n" + recommendations("Publish data [under article 4].")), "mean 2 things",
     letter("He said “it [the law] is old […] and should not stay in force”.[1]\n\n[A link](https://a.example)")),
    ("state_name_styles", letter("South Korea spoke. The Republic of Korea was heard."), "“South Korea” 1", letter("South Korea spoke. South Korea was heard. “The Republic of Korea” he said.")),
    ("unpinned_link", letter("One.[^1]", cited("para. 26") + ", https://undocs.org/A/HRC/90/7"), "1 link names a symbol", letter("One.[^1]", cited("para. 26") + ", https://undocs.org/en/A/HRC/90/7")),
    ("database_key_link", letter("One.[^1]", "Letter, https://spcommreports.ohchr.org/File?gId=26571"), "database's key", letter("One.[^1]", "Letter, https://www.ohchr.org/en/press/2023/a, https://shop.example/?id=4")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "wrong", "words", "_right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_finds_what_it_is_for(finds: Finds, rule: str, wrong: str, words: str, _right: str) -> None:
    found = finds(rule, wrong)
    assert any(words in f.message + f.suggestion for f in found), [f.message for f in found]


@pytest.mark.parametrize(
    ("rule", "_wrong", "_words", "right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_says_nothing_of_what_is_right(
    finds: Finds, rule: str, _wrong: str, _words: str, right: str
) -> None:
    assert [f.message for f in finds(rule, right)] == []
