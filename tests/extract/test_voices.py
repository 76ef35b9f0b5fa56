"""Who does it to whom, and whether it was done, where the order of words or a small word decides."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims, stated

SIDES = [
    ("L'armée malienne s'est fait attaquer par le JNIM près de Ber.", "attacked", ("jnim", "mali")),
    ("L'Algérie s'est vu accuser par le Mali de soutenir le FLA.", "accused", ("mali", "algerie")),
    ("À Ber ont été tués trois soldats maliens dans une attaque du JNIM.", "attacked", ("jnim", "mali")),
    ("Le JNIM a attaqué un camp malien, tué trois soldats et enlevé deux ingénieurs chinois.",
     "abducted", ("jnim", "chine")),
    ("Le Mali comme le Niger accusent l'Algérie.", "accused", ("niger", "algerie")),
    ("Non seulement le Mali mais aussi le Niger accusent l'Algérie.", "accused", ("mali", "algerie")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), SIDES)
def test_who_does_it_to_whom(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair in stated(claims(text), relation)


REVERSED = [
    ("L'armée malienne s'est fait attaquer par le JNIM près de Ber.", "attacked", ("mali", "jnim")),
    ("À Ber ont été tués trois soldats maliens dans une attaque du JNIM.", "attacked", ("mali", "jnim")),
    ("Le JNIM a attaqué un camp malien, tué trois soldats et enlevé deux ingénieurs chinois.",
     "abducted", ("mali", "chine")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), REVERSED)
def test_and_not_the_other_way_round(claims: Claims, text: str, relation: str, pair: tuple[str, str]) -> None:
    assert pair not in stated(claims(text), relation)


DONE = [
    ("Ni le Mali ni le Niger n'ont accusé l'Algérie.", {"algerie": Status.NEGATED}),
    ("Le Mali n'a accusé ni l'Algérie ni le Niger.", {"algerie": Status.NEGATED, "niger": Status.NEGATED}),
    ("Le Mali n'a pas accusé l'Algérie mais la France.",
     {"algerie": Status.NEGATED, "france": Status.ASSERTED}),
    ("Le Mali a accusé l'Algérie, pas la France.", {"algerie": Status.ASSERTED, "france": Status.NEGATED}),
    ("Le Mali a accusé l'Algérie, mais pas l'ONU.", {"algerie": Status.ASSERTED, "onu": Status.NEGATED}),
    ("Le Mali a accusé non seulement l'Algérie mais aussi la France.",
     {"algerie": Status.ASSERTED, "france": Status.ASSERTED}),
    ("Le Mali s'est abstenu d'accuser l'Algérie.", {"algerie": Status.NEGATED}),
    ("Plutôt que d'accuser l'Algérie, le Mali a accusé la France.",
     {"algerie": Status.NEGATED, "france": Status.ASSERTED}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "accused"), DONE)
def test_what_was_done_and_what_was_not(claims: Claims, text: str, accused: dict[str, Status]) -> None:
    found = [c for c in claims(text) if c.relation == "accused"]
    assert {c.object.id: c.status for c in found if c.object} == accused
