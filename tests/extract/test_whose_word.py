"""On whose word the text tells something, and how far it commits itself."""

import pytest

from sahelgraph.ontology.claims import Status
from tests.extract.conftest import Claims


@pytest.mark.parametrize(
    ("text", "relation", "speaker"),
    [
        (
            "Les FARDC ont tué dix ADF, a expliqué le capitaine Guillaume Ndjike, qui parle pour l'armée "
            "congolaise. Le M23 a attaqué l'armée congolaise à Sake, a ajouté l'officier.",
            "attacked",
            "Guillaume Ndjike",
        ),
        ("Washington soupçonne la Corée du Nord d'avoir armé la Russie.", "supported", "États-Unis"),
        ("L'assaut, imputé aux Shebab par le gouvernement somalien, a tué dix soldats kényans.",
         "attacked", "Somalie"),
        ("Bamako a attribué au JNIM l'attaque qui a tué dix soldats maliens.", "attacked", "Mali"),
        ("Kigali a récusé un rapport de l'ONU affirmant que le Rwanda a soutenu le M23.", "supported", "ONU"),
        ("Le Polisario a fait part de sa rencontre avec Staffan de Mistura.", "met-with", "Front Polisario"),
        ("Trois Casques bleus ont été enlevés par le M23, ont rapporté lundi des sources onusiennes.",
         "abducted", "ONU"),
        ("À en croire Khartoum, le Tchad a livré des armes aux FSR.", "supported", "Soudan"),
        ("Le président Vladimir Poutine se rendra le 20 décembre en Iran pour un sommet avec Massoud "
         "Pezeshkian, a annoncé ce lundi le Kremlin.", "hosted", "Russie"),
        ("Onze soldats ukrainiens ont été tués par le groupe Wagner, a annoncé un porte-parole militaire.",
         "attacked", "Ukraine"),
        ("C'est faux, a protesté le ministère malien, accusant l'armée algérienne d'avoir attaqué le Niger.",
         "attacked", "Mali"),
    ],
)  # fmt: skip
def test_whose_word_it_is(claims: Claims, text: str, relation: str, speaker: str) -> None:
    assert speaker in {name for c in claims(text) if c.relation == relation for name in c.by}


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        ("L'Ouganda est accusé d'avoir formé le M23 et d'avoir attaqué l'armée congolaise.",
         "attacked", Status.ALLEGED),
        ("Bamako a attribué au JNIM l'attaque qui a tué dix soldats maliens.", "attacked", Status.ALLEGED),
        ("L'Éthiopie s'engage à retirer ses troupes de Somalie.", "withdrew-from", Status.PLANNED),
        ("Bamako a salué l'attaque de l'armée nigérienne, qui a tué dix combattants du JNIM.",
         "attacked", Status.ASSERTED),
        ("L'Éthiopie a engagé ses troupes en Somalie.", "deployed-in", Status.ASSERTED),
        ("Joe Biden a ordonné le déploiement de 3 000 soldats américains en Pologne.",
         "deployed-in", Status.PLANNED),
        ("Le Mali a critiqué le déploiement de soldats français au Niger.", "deployed-in", Status.ASSERTED),
        ("Une tentative de coup d'État d'André Kolingba contre Ange-Félix Patassé a échoué.",
         "overthrew", Status.PLANNED),
        ("Paris a soutenu l'offensive de l'armée tchadienne contre Boko Haram.", "attacked", Status.ASSERTED),
    ],
)  # fmt: skip
def test_how_far_the_text_commits_itself(claims: Claims, text: str, relation: str, status: Status) -> None:
    assert {c.status for c in claims(text) if c.relation == relation} == {status}


def test_nobody_says_what_only_stands_beside_their_charge(claims: Claims) -> None:
    text = "La Turquie soupçonne le PKK d'espionnage, alors que la France a soutenu les YPG."
    assert all(not c.by for c in claims(text) if c.relation == "supported")
