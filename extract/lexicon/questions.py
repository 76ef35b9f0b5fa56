"""The words of questions: questions.toml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.frames import Frames, frames, head_word
from sahelgraph.extract.lexicon.inflection import Form, Forms, english, french
from sahelgraph.extract.lexicon.loading import Table, read_table
from sahelgraph.ontology.errors import DataError
from sahelgraph.ontology.names import fold
from sahelgraph.ontology.questions import Post
from sahelgraph.ontology.relations import relations

QUESTIONS_FILE = Path(__file__).with_name("questions.toml")
LANGUAGES = ("fr", "en")
FLAGS = ("plain", "mutual_only", "agent_of", "act")
WORD = re.compile(r"[^\W_]+")
GAP = "…"
ASKS = (
    "since", "until", "span", "when", "agent", "whom", "who", "which", "what", "count", "list", "polar",
    "refuse",
)  # fmt: skip
SIGNS = (
    "member", "include", "join", "leave", "become", "cease", "past", "still", "ever", "not", "alliance",
    "people", "by", "against", "with", "for", "or", "self", "that", "within", "outward", "of", "perfect",
    "be", "present", "bygone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase may mean: `kind` is ask, sign, relation, post, filler or function; `value` which of
    them. `forms` are those of a verb, empty for other words."""

    kind: str
    value: str
    forms: frozenset[Form] = frozenset()

    @property
    def is_verb(self) -> bool:
        return bool(self.forms)


Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """Phrases of one language, by their first word, those of most words first."""

    by_word: Mapping[str, tuple[tuple[Phrase, frozenset[Meaning]], ...]]
    function: frozenset[str]


@dataclass(frozen=True)
class EnglishDates:
    """See [dates] in questions.toml; every word in small letters."""

    months: tuple[tuple[str, ...], ...]
    seasons: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...]
    last_year: tuple[str, ...]
    this_year: tuple[str, ...]
    yesterday: tuple[str, ...]
    today: tuple[str, ...]
    since: tuple[str, ...]
    after: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    on: tuple[str, ...]
    ranges: tuple[str, ...]
    joins: tuple[str, ...]

    @property
    def relatives(self) -> tuple[str, ...]:
        return (*self.last_year, *self.this_year, *self.yesterday, *self.today)

    def relative(self, words: str, today: date) -> str:
        """The EDTF of «last year» and its like."""
        if words in self.last_year:
            return f"{today.year - 1:04d}"
        if words in self.this_year:
            return f"{today.year:04d}"
        return (today - timedelta(days=words in self.yesterday)).isoformat()


@dataclass(frozen=True)
class QuestionWords:
    """See the comments in questions.toml."""

    phrases: Mapping[str, Phrases]
    posts: Mapping[str, Post]
    plain: frozenset[str]
    mutual_only: frozenset[str]
    agent_of: frozenset[str]
    act: frozenset[str]
    refusals: Mapping[str, str]
    nationals: Mapping[str, tuple[str, ...]]
    dates: EnglishDates


def load_question_words(path: Path = QUESTIONS_FILE) -> QuestionWords:
    """Raises DataError with file and line where the file is not right."""
    table = read_table(path)
    book = _PhraseBook(table)
    for key in ("function", "filler"):
        listed = table.table(key)
        for language in LANGUAGES:
            book.add(language, listed.texts(language), Meaning(key, key))
    refusals = {}
    for entry in table.tables("ask"):
        asks = _one_of(entry, "asks", ASKS)
        if asks == "refuse":
            why = entry.text("why")
            refusals[f"refuse {why}"] = why
            asks = f"refuse {why}"
        book.add_both(entry, "ask", asks)
    for entry in table.tables("sign"):
        book.add_both(entry, "sign", _one_of(entry, "sign", SIGNS))
    for entry in table.tables("verb"):
        book.add_verbs(entry, "fr", "en", Meaning("sign", _one_of(entry, "sign", SIGNS)))
    posts = {}
    for entry in table.tables("post"):
        label = entry.text("label")
        posts[label] = Post(label, entry.texts("state"), entry.texts("groups"), entry.texts("never"))
        book.add_both(entry, "post", label)
        book.add_verbs(entry, "verbs_fr", "verbs_en", Meaning("post", label))
    flagged = _relations(table, book)
    nationals = table.table("nationals")
    words = QuestionWords(
        phrases={language: book.phrases(language) for language in LANGUAGES},
        posts=posts,
        **{flag: frozenset(flagged[flag]) for flag in FLAGS},
        refusals=refusals,
        nationals={state: nationals.texts(state) for state in nationals.keys()},  # noqa: SIM118
        dates=_dates(table.table("dates")),
    )
    table.check_all_read()
    return words


@cache
def question_words() -> QuestionWords:
    """The words of questions.toml, read once."""
    return load_question_words()


def _relations(table: Table, book: _PhraseBook) -> Mapping[str, set[str]]:
    """Adds the words of relations; gives the relations that have each flag."""
    flagged: defaultdict[str, set[str]] = defaultdict(set)
    explicit: set[str] = set()
    for entry in table.tables("relation"):
        relation = entry.text("id")
        if relation not in relations():
            raise DataError(f"there is no relation «{relation}»", where=entry.place(f'"{relation}"'))
        explicit.update(entry.texts("verbs_fr"))
        meaning = Meaning("relation", relation)
        book.add_verbs(entry, "verbs_fr", "verbs_en", meaning)
        book.add("fr", entry.texts("nouns_fr"), meaning)
        book.add("en", entry.texts("nouns_en"), meaning)
        for flag in FLAGS:
            if entry.flag(flag):
                flagged[flag].add(relation)
    for verb, relation in _frame_verbs(frames()):
        if verb not in explicit and not book.knows_verb(verb):
            book.add_verb("fr", verb, Meaning("relation", relation))
    return flagged


def _frame_verbs(known: Frames) -> Iterator[tuple[str, str]]:
    """Regular verbs of one word that state one relation and no other, outside membership, without help."""
    stated: defaultdict[str, set[str]] = defaultdict(set)
    for frame in known.all:
        for verb in frame.verbs:
            stated[verb].add("" if frame.needs_word(verb) else frame.relation)
    for verb, found in stated.items():
        (relation,) = found if len(found) == 1 else ("",)
        regular = (
            verb == head_word(verb) and verb.endswith(("er", "ir")) and not verb.endswith(("oir", "enir"))
        )
        if relation and regular and relations()[relation].group != "membership":
            yield verb, relation


def _dates(table: Table) -> EnglishDates:
    listed = {name: table.texts(name) for name in EnglishDates.__dataclass_fields__}
    lists = {name: tuple(tuple(m.split()) for m in listed.pop(name)) for name in ("months", "seasons")}
    return EnglishDates(**lists, **listed)  # type: ignore[arg-type]


def _one_of(entry: Table, key: str, allowed: Iterable[str]) -> str:
    value = entry.text(key)
    if value not in allowed:
        raise DataError(f"«{value}» is no {key}", where=entry.place(f'"{value}"'))
    return value


@dataclass
class _PhraseBook:
    """Collects phrases and inflects verbs."""

    table: Table
    found: dict[str, dict[Phrase, set[Meaning]]] = field(default_factory=lambda: {"fr": {}, "en": {}})
    verbs: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        forms = self.table.table("forms")
        self.irregular = {language: forms.table(language) for language in LANGUAGES}

    def add(self, language: str, phrases: Iterable[str], meaning: Meaning) -> None:
        for phrase in phrases:
            words = tuple(
                w for part in phrase.lower().split() for w in ([GAP] if part == GAP else WORD.findall(part))
            )
            self.found[language].setdefault(words, set()).add(meaning)

    def add_both(self, entry: Table, kind: str, value: str) -> None:
        for language in LANGUAGES:
            self.add(language, entry.texts(language), Meaning(kind, value))

    def add_verbs(self, entry: Table, key_fr: str, key_en: str, meaning: Meaning) -> None:
        for language, key in (("fr", key_fr), ("en", key_en)):
            for verb in entry.texts(key):
                self.add_verb(language, verb, meaning)

    def add_verb(self, language: str, verb: str, meaning: Meaning) -> None:
        """A verb, with the words behind it, in every form."""
        self.verbs.add(verb)
        head, _, rest = verb.partition(" ")
        for spelling, forms in self._forms(language, head).items():
            self.add(language, [f"{spelling} {rest}"], Meaning(meaning.kind, meaning.value, forms))

    def knows_verb(self, verb: str) -> bool:
        return verb in self.verbs

    def _forms(self, language: str, head: str) -> Forms:
        irregular = self.irregular[language]
        if head in irregular:
            given = irregular.table(head)
            forms: defaultdict[str, set[Form]] = defaultdict(set)
            if language == "en":
                for spelling, regular in english(head).items():
                    forms[spelling] |= regular - {Form.PAST, Form.PARTICIPLE}
            else:
                forms[head].add(Form.BARE)
            for form in (Form.PRESENT, Form.PAST, Form.PARTICIPLE):
                for spelling in given.texts(form.value):
                    forms[spelling].add(form)
            return {spelling: frozenset(f) for spelling, f in forms.items() if f}
        try:
            return french(head) if language == "fr" else english(head)
        except ValueError as error:
            raise DataError(str(error), where=self.table.place(head)) from error

    def phrases(self, language: str) -> Phrases:
        """By the first word, as it is spelt with and without its accents."""
        by_word: defaultdict[str, list[tuple[Phrase, frozenset[Meaning]]]] = defaultdict(list)
        for phrase, meanings in self.found[language].items():
            for first in {phrase[0], fold(phrase[0])}:
                by_word[first].append((phrase, frozenset(meanings)))
        for entries in by_word.values():
            entries.sort(key=lambda e: (-sum(w != GAP for w in e[0]), GAP in e[0], e[0]))
        function = {w for p, ms in self.found[language].items() if len(p) == 1 for w in p if _is_function(ms)}
        return Phrases({word: tuple(entries) for word, entries in by_word.items()}, frozenset(function))


def _is_function(meanings: Iterable[Meaning]) -> bool:
    return any(m.kind == "function" for m in meanings)
