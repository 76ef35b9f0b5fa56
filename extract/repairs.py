"""Mends what the parser often gets wrong in the press, before a rule reads the tree."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.dates import DateMention
from sahelgraph.extract.lexicon.verbs import Verbs
from sahelgraph.extract.mended_agents import free_recipients, join_agents, rehang_agents
from sahelgraph.extract.mended_asides import mend_asides
from sahelgraph.extract.mended_between import mend_between
from sahelgraph.extract.mended_charges import mend_charges
from sahelgraph.extract.mended_clauses import mend_conjuncts, rehang_infinitives, rehang_participles
from sahelgraph.extract.mended_clitics import mend_clitics
from sahelgraph.extract.mended_complements import (
    rehang_after_locutions,
    rehang_aims,
    rehang_bare_names,
    rehang_behind_adjectives,
    rehang_captives,
    rehang_nations,
    rehang_ranks,
)
from sahelgraph.extract.mended_dates import rehang_after_dates
from sahelgraph.extract.mended_gerunds import free_subjects, mend_gerunds
from sahelgraph.extract.mended_inserts import mend_inserts
from sahelgraph.extract.mended_leads import mend_headlines, mend_leads, mend_opening_verbs
from sahelgraph.extract.mended_lemmas import mend_lemmas
from sahelgraph.extract.mended_objects import (
    join_complements,
    mend_counted,
    mend_far_objects,
    mend_inverted,
    mend_objects,
)
from sahelgraph.extract.mended_participles import mend_openings, mend_participles
from sahelgraph.extract.mended_perfects import mend_perfects
from sahelgraph.extract.mended_quotes import mend_quoted_verbs
from sahelgraph.extract.mended_relatives import lower_relatives
from sahelgraph.extract.mended_sides import close_between, rehang_between, rehang_opposed
from sahelgraph.extract.mended_speech import mend_incises
from sahelgraph.extract.mended_subjects import mend_subjects
from sahelgraph.extract.mended_tenses import mend_tenses
from sahelgraph.extract.mended_verbs import mend_verbs
from sahelgraph.extract.mended_voices import mend_voices
from sahelgraph.extract.trees import Doc
from sahelgraph.extract.verb_forms import Guess, present_of


def mend(
    doc: Doc,
    dates: Iterable[DateMention],
    acts: frozenset[str],
    infinitives: frozenset[str],
    verbs: Verbs,
) -> None:
    """All repairs, in the order in which each finds what it needs: `acts` are the verbs by which rules
    tell of acts, `infinitives` all that the lexicons know. Changes `doc`, and settles it."""
    guess = present_of(acts)
    _mend_verbs(doc, acts, infinitives, guess)
    _mend_inserts(doc, dates, verbs, guess)
    _mend_objects(doc, acts)
    _mend_clauses(doc, verbs, guess)
    doc.settle()


def _mend_verbs(doc: Doc, acts: frozenset[str], infinitives: frozenset[str], guess: Guess) -> None:
    """Which words are verbs, and what leads a sentence."""
    mend_perfects(doc)
    mend_opening_verbs(doc, guess)
    mend_verbs(doc, acts)
    mend_leads(doc, guess)
    mend_headlines(doc)
    free_subjects(doc)
    mend_participles(doc, acts)
    mend_lemmas(doc, infinitives)
    mend_tenses(doc)


def _mend_inserts(doc: Doc, dates: Iterable[DateMention], verbs: Verbs, guess: Guess) -> None:
    """What is put in and tears a sentence."""
    mend_inserts(doc, guess, verbs.say)
    mend_asides(doc, guess)
    mend_voices(doc)
    rehang_after_dates(doc, dates)


def _mend_objects(doc: Doc, acts: frozenset[str]) -> None:
    """What verbs govern, and what hangs on that."""
    mend_inverted(doc)
    mend_between(doc)
    mend_counted(doc)
    mend_objects(doc)
    mend_far_objects(doc, acts)
    join_complements(doc)
    rehang_after_locutions(doc)
    rehang_aims(doc)
    rehang_bare_names(doc)
    rehang_captives(doc)
    free_recipients(doc)
    rehang_behind_adjectives(doc)
    rehang_nations(doc)
    rehang_opposed(doc)


def _mend_clauses(doc: Doc, verbs: Verbs, guess: Guess) -> None:
    """Whose verbs these are, and how clauses hang together."""
    mend_clitics(doc, guess)
    mend_charges(doc)
    mend_subjects(doc, verbs.contents)
    mend_openings(doc)
    mend_conjuncts(doc)
    mend_incises(doc, verbs.say)
    mend_quoted_verbs(doc)
    join_agents(doc)
    rehang_infinitives(doc, verbs.object_control)
    lower_relatives(doc, verbs.object_control)
    rehang_participles(doc)
    rehang_ranks(doc)
    mend_gerunds(doc)
    rehang_between(doc)
    rehang_agents(doc)
    close_between(doc)
