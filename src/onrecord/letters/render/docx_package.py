"""A Word file from its parts: the same parts give the same bytes.

ECMA-376, Part 2 (Open Packaging Conventions). Python's Word library cannot write footnotes, so the parts
are written as they are.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The earliest day that a ZIP file can hold; the letter's own date stands in its properties.
STAMP = (1980, 1, 1, 0, 0, 0)


def tag(name: str) -> str:
    """The name in WordprocessingML's namespace."""
    return f"{{{W}}}{name}"


def make(name: str, /, *children: etree._Element | str, **attributes: str | int) -> etree._Element:
    """An element of WordprocessingML; attributes are in its namespace: `make("lang", val="ko")`."""
    made = etree.Element(tag(name), nsmap={"w": W, "r": R})
    for child in children:
        if isinstance(child, str):
            made.text = child
        else:
            made.append(child)
    for key, value in attributes.items():
        made.set(tag(key), str(value))
    return made


@dataclass
class Relations:
    """The outside addresses and other parts that one part refers to."""

    targets: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The identifier by which the part refers to `target`; the same target has one identifier."""
        return self.targets.setdefault((kind, target, outside), f"rId{len(self.targets) + 1}")

    def xml(self) -> etree._Element:
        """The part that lists them."""
        root = _root(f"{PACKAGE}/relationships", "Relationships")
        for (kind, target, outside), name in self.targets.items():
            one = etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship")
            one.set("Id", name)
            one.set("Type", kind if "://" in kind else f"{R}/{kind}")
            one.set("Target", target)
            if outside:
                one.set("TargetMode", "External")
        return root


@dataclass
class Package:
    """Parts by their path in the file, with their content types and relations."""

    parts: dict[str, etree._Element] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def add(
        self, path: str, root: etree._Element, content_type: str, relations: Relations | None = None
    ) -> None:
        """Adds a part; its relations, if it has any, are written beside it."""
        self.parts[path] = root
        self.types[path] = content_type
        if relations and relations.targets:
            folder, _, name = path.rpartition("/")
            self.parts[f"{folder}/_rels/{name}.rels"] = relations.xml()

    def packed(self, relations: Relations) -> bytes:
        """The file; `relations` are those of the package as a whole."""
        written = {"[Content_Types].xml": self._content_types(), "_rels/.rels": relations.xml(), **self.parts}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as file:
            # The list of types comes first: programs tell a Word file by it.
            for path in sorted(written, key=lambda path: (path != "[Content_Types].xml", path)):
                entry = zipfile.ZipInfo(path, STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0  # not the system on which it was made
                file.writestr(
                    entry,
                    etree.tostring(written[path], xml_declaration=True, encoding="UTF-8", standalone=True),
                )
        return stream.getvalue()

    def _content_types(self) -> etree._Element:
        space = f"{PACKAGE}/content-types"
        root = _root(space, "Types")
        etree.SubElement(
            root,
            f"{{{space}}}Default",
            Extension="rels",
            ContentType="application/vnd.openxmlformats-package.relationships+xml",
        )
        etree.SubElement(root, f"{{{space}}}Default", Extension="xml", ContentType="application/xml")
        for path, content_type in self.types.items():
            etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{path}", ContentType=content_type)
        return root


def _root(space: str, name: str) -> etree._Element:
    """The root of a part whose namespace needs no prefix."""
    spaces: dict[str | None, str] = {None: space}
    return etree.Element(f"{{{space}}}{name}", nsmap=spaces)  # type: ignore[arg-type] # the stubs forget None
