"""The spaCy factory `sahelgraph`: `nlp.add_pipe("sahelgraph")` puts the claims on `doc._.claims`."""

from __future__ import annotations


def create(nlp: object, name: str) -> object:
    raise NotImplementedError
