"""An act told with one side: the other is the only opponent that its sentence names."""

import pytest

from tests.extract.conftest import Claims, stated

ONE_OPPONENT = [
    ("Le Hamas a revendiqué un tir de missile tombé au sud de la ville israélienne.",
     "attacked", ("hamas", "israel")),
    ("L'armée turque a visé dans la nuit deux grottes, où le PKK avait ses réserves.",
     "attacked", ("turquie", "pkk")),
    ("Le PKK a repris ses opérations, à deux pas du poste turc.", "attacked", ("pkk", "turquie")),
    ("L'armée burundaise a subi de lourdes pertes infligées par le FNL.",
     "attacked", ("fnl-burundi", "burundi")),
    ("Le quartier général du Hamas est devenu la cible des chasseurs israéliens.",
     "attacked", ("israel", "hamas")),
    ("L'ELN a relâché deux soldats dans le nord-est colombien.", "released", ("eln", "colombie")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "pair"), ONE_OPPONENT)
def test_the_only_opponent_of_the_sentence_is_the_other_side(
    claims: Claims, text: str, relation: str, pair: tuple[str, str]
) -> None:
    found = [c for c in claims(text) if c.relation == relation]
    assert pair in stated(found, relation)


NO_OPPONENT = [
    "Trois gendarmes algériens ont péri dans un accident près du maquis d'AQMI.",
    "L'armée malienne a mené une attaque avec le soutien du MSA.",
    "La guérilla colombienne de l'ELN a tenu bon.",
    "Cinq combattants du Hezbollah ont été tués près de Damas.",
    "L'armée turque a tiré, sans faire de victimes parmi ceux que le PKK héberge.",
]


@pytest.mark.parametrize("text", NO_OPPONENT)
def test_who_helps_or_is_where_it_happens_is_no_opponent(claims: Claims, text: str) -> None:
    assert not stated(claims(text), "attacked")
