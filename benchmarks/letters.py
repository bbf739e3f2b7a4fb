"""How long a built letter takes in each format, after start: about ten pages, and with 200 notes.

    python benchmarks/letters.py [--rounds 5]

Prints pages, notes, the first time (fonts are loaded then) and the best of the rounds.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "letters" / "compose"))


def pages(pdf: bytes) -> int:
    """The number of pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def main() -> None:
    """Measure and print."""
    from built_letters import long_letter

    from onrecord.letters.render.letter_docx import letter_docx
    from onrecord.letters.render.letter_html import letter_html
    from onrecord.letters.render.letter_pdf import letter_pdf
    from onrecord.letters.render.letter_text import letter_text

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    rounds = arguments.parse_args().rounds
    for language in ("en", "ko"):
        for notes in (60, 200):
            built = long_letter(language, notes=notes)
            for draw in (letter_pdf, letter_docx, letter_html, letter_text):
                times = []
                for _ in range(rounds):
                    began = time.perf_counter()
                    made = draw(built)
                    times.append(time.perf_counter() - began)
                size = f"{pages(made):3d} pages" if draw is letter_pdf else " " * 9
                print(
                    f"{language} {notes:4d} notes {draw.__name__:12s} {size}  first {times[0]:5.2f} s"
                    f"  best {min(times):5.2f} s"
                )


if __name__ == "__main__":
    main()
