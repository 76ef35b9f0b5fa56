"""Lists of names of one kind, side by side."""

import pytest

from sahelgraph.extract.enumerations import find_enumerations
from sahelgraph.extract.mentions import MentionFinder


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("le Mali, le Niger et le Tchad", ["mali niger tchad"]),
        ("le Mali et le Niger", ["mali niger"]),
        ("(Mali, Niger, Tchad)", ["mali niger tchad"]),
        ("Mali / Niger / Tchad", ["mali niger tchad"]),
        ("l'Algérie, la Libye ainsi que la Côte d'Ivoire", ["algerie libye cote-d-ivoire"]),
        ("les armées du Mali, du Niger et du Tchad", ["mali niger tchad"]),
        ("au Mali, au Niger et au Tchad", ["mali niger tchad"]),
        ("le JNIM, l'EIGS et Boko Haram", ["jnim eigs boko-haram"]),
        ("le Mali et le Niger d'un côté, la France et la Russie de l'autre", ["mali niger", "france russie"]),
        ("le JNIM (GSIM), l'EIGS d'Adnane Abou Walid al-Sahraoui et Boko Haram", ["jnim eigs boko-haram"]),
        ("le JNIM, dirigé par Iyad Ag Ghali, l'EIGS et Boko Haram", ["jnim eigs boko-haram"]),
        ("le JNIM (battu au Niger) et l'EIGS", []),
        ("le Mali, le Niger", []),
        ("le Mali attaque le Niger", []),
        ("le Mali. Le Niger et le Tchad", ["niger tchad"]),
        ("le Mali et le JNIM", []),
        ("Le Mali", []),
        ("", []),
    ],
)
def test_lists_of_names(finder: MentionFinder, text: str, lists: list[str]) -> None:
    found = find_enumerations(text, finder.find(text))
    assert [" ".join(m.entity.id for m in one.mentions) for one in found] == lists
