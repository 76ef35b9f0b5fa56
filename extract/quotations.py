"""What stands in quotation marks, over as many sentences as it takes."""

from __future__ import annotations

from dataclasses import dataclass

from sahelgraph.extract.trees import Doc

OPENING = "«“"
CLOSING = "»”"
LONGEST = 150
MARKS = frozenset('«»"“”')


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens from the opening mark at `start` to the closing one at `end`."""

    start: int
    end: int

    def holds(self, index: int) -> bool:
        return self.start < index < self.end


def quotations(doc: Doc) -> list[Quotation]:
    """The quotations of a text in their order. One that is not closed in its paragraph, or that is too
    long to be one, ends with its sentence."""
    found: list[Quotation] = []
    start: int | None = None
    for token in doc:
        if start is not None and ("\n" in token.text or token.i - start > LONGEST):
            found.append(Quotation(start, doc[start].sent.end))
            start = None
        if token.text in MARKS:
            if start is None and token.text not in CLOSING:
                start = token.i
            elif start is not None and token.text not in OPENING:
                found.append(Quotation(start, token.i))
                start = None
    if start is not None:
        found.append(Quotation(start, doc[start].sent.end))
    return found
