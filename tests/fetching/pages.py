"""Documents of our own, as the United Nations prints them."""

from __future__ import annotations

import io
import zipfile

TITLE = ["Distr.: General", "4 December 2013", "Original: English", "Human Rights Council"]
BODY = ["1. The Working Group held its session in which the review of the State was held, and which",
        "the delegation of the State attended with the members of the troika for that review."]  # fmt: skip


def pdf(symbol: str, *, filling: int = 0) -> bytes:
    """A PDF with this symbol in its masthead; `filling` makes it larger by so many bytes."""
    lines = [f"United Nations {symbol}".strip(), "General Assembly", *TITLE, *BODY]
    text = "".join(f"1 0 0 1 60 {780 - 24 * row} Tm ({line}) Tj\n" for row, line in enumerate(lines))
    content = f"BT /F 11 Tf\n{text}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%b\nendstream" % (filling, b"\x80" * filling),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj %b endobj\n" % (number, value)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def docx(symbol: str) -> bytes:
    """A Word file with this symbol in its masthead."""
    lines = [f"United Nations\t{symbol}", "General Assembly", *TITLE, " ".join(BODY)]
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    paragraphs = paragraphs.replace("\t", "</w:t><w:tab/><w:t>")
    kinds = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{word}"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="r1" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{name}"><w:body>{paragraphs}</w:body></w:document>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for part, content in parts.items():
            container.writestr(part, content)
    return file.getvalue()
