"""Object pronouns that the parser takes for subjects or articles: «L'armée nous a attaqués», «et lui a
demandé», «Kinshasa leur demande de partir»."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, SUBJECTS, VERBAL, is_finite, lower
from sahelgraph.extract.made_verbs import FINITE
from sahelgraph.extract.trees import Doc, Morph, Token
from sahelgraph.extract.verb_forms import Guess

ACCUSATIVE = frozenset(("nous", "vous"))
ARTICLES = frozenset(("le", "la", "les", "l'"))
DATIVE = frozenset(("lui", "leur"))
NO_DATIVES = SUBJECTS | {"expl:comp", "expl:subj", "expl:pass"}
"""What the parser may take «lui» for, which is none of them."""


def mend_clitics(doc: Doc, present_of: Guess) -> None:
    """Makes objects of them; `present_of` gives the verb of which a word is a form in the present. Changes
    `doc`."""
    for pronoun in doc:
        word = lower(pronoun)
        if word in DATIVE:
            _mend_article(pronoun, present_of)
            _mend_lead(pronoun)
            _mend_dative(pronoun)
        elif word in ARTICLES and pronoun.dep_ == "det" and pronoun.head.pos_ == "VERB":
            _mend_accusative(pronoun)
        elif word in ACCUSATIVE and pronoun.dep_ in SUBJECTS and _has_subject_before(pronoun):
            pronoun.dep_ = "obj"


def _mend_accusative(article: Token) -> None:
    """«à Lomé, où les recevra le ministre»: no verb has an article, and none has two objects."""
    verb = article.head
    if article.i + 1 != verb.i or not is_finite(verb):
        return
    article.pos_, article.dep_ = "PRON", "obj"
    if not any(c.dep_ in SUBJECTS for c in verb.children):
        behind = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
        if behind is not None:
            behind.dep_ = "nsubj"


def _has_subject_before(pronoun: Token) -> bool:
    others = (c for c in pronoun.head.children if c.dep_ in SUBJECTS)
    return pronoun.i < pronoun.head.i and any(c.i < pronoun.i for c in others)


def _mend_dative(pronoun: Token) -> None:
    """«X a reçu Y et lui a demandé de partir»: right before the verb, behind the subject that it shares."""
    verb = pronoun.head
    if pronoun.dep_ not in NO_DATIVES or verb.pos_ not in VERBAL or pronoun.i > verb.i:
        return
    following = pronoun.nbor()
    leads = following is verb or (following.head is verb and following.dep_.startswith("aux"))
    if leads and (verb.dep_ == "conj" or _has_subject_before(pronoun)):
        pronoun.dep_ = "iobj"


def _mend_lead(pronoun: Token) -> None:
    """«Kinshasa lui demande de partir et l'accuse»: the name before the pronoun is the subject, though the
    parser led the sentence by it."""
    verb = pronoun.head
    if pronoun.i == pronoun.sent.start or not is_finite(verb) or verb.i != pronoun.i + 1:
        return
    name = pronoun.nbor(-1)
    if verb.head is not name or name.dep_ != "ROOT" or name.pos_ != "PROPN":
        return
    verb.head, verb.dep_ = verb, "ROOT"
    name.head, name.dep_ = verb, "nsubj"
    for other in list(name.children):
        if other.i > verb.i:
            other.head = verb


def _mend_article(article: Token, present_of: Guess) -> None:
    """«Kinshasa leur demande de partir»: right behind a bare name, with an infinitive behind it, that is no
    noun."""
    noun = article.head
    if lower(article) != "leur" or article.dep_ != "det" or noun.i != article.i + 1 or noun.pos_ != "NOUN":
        return
    if article.i == article.sent.start or noun.i + 2 >= article.sent.end or noun.dep_ != "ROOT":
        return
    name, mark = article.nbor(-1), noun.nbor()
    said = lower(mark) in ("de", "d'") and "VerbForm=Inf" in str(mark.nbor().morph)
    verb = present_of(lower(noun))
    if name.pos_ in NAMING and name.head is noun and said and verb:
        noun.pos_, noun.lemma_, noun.morph = "VERB", verb, Morph(FINITE)
        name.dep_, article.dep_, article.pos_ = "nsubj", "iobj", "PRON"
        mark.nbor().dep_ = "xcomp"
