"""The packaged example: a letter of our own with planted mistakes, and cards with what it is held against.

`letter.txt` is by an invented coalition to an invented addressee. `documents.csv` and `cards.csv` hold
short quotations, each with its symbol, paragraph and page, from A/HRC/11/25 and A/HRC/25/5.
"""
