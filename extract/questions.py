"""Questions in French and English: what is asked for, about whom, and when.

No question is matched as a whole. Its names and times are found as in articles, its words are looked up
in the lexicon (questions.toml), and what they are, and where they stand to each other, decides: the
interrogative gives the kind, verbs and nouns the relation, the place of a name before or after the verb
its part in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sahelgraph.extract.lexicon.inflection import Form
from sahelgraph.extract.lexicon.questions import ASKS, question_words
from sahelgraph.extract.question_finder import ItemFinder
from sahelgraph.extract.question_items import Item, Items, refusal
from sahelgraph.extract.question_matter import GROUPS, Matter, matter_of
from sahelgraph.extract.question_sides import Sides, sides_of
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.questions import Aspect, Kind, Question
from sahelgraph.ontology.when import When

KINDS = {"since": Kind.SINCE, "until": Kind.UNTIL, "span": Kind.WHEN, "when": Kind.WHEN}
TIMES_ASKED = (Kind.WHEN, Kind.SINCE, Kind.UNTIL)


class QuestionReader:
    """Reads questions; made once from the actor files. `others` are actors that they lack."""

    def __init__(self, book: ActorBook, others: Iterable[Entity] = ()) -> None:
        self._finder = ItemFinder(book, others)

    def read(self, text: str, today: date) -> Question:
        """What a question asks. `today` is what «encore», "now" and "last year" count from.

        Raises QuestionError, with an example, where it asks for what is not known here, names somebody
        whom nobody knows, is several questions in one, or makes no sense to this reader."""
        return _read(text, self._finder.find(text, today), today)


def read_question(text: str, book: ActorBook, today: date, others: Iterable[Entity] = ()) -> Question:
    """One question, read as `QuestionReader.read` does."""
    return QuestionReader(book, others).read(text, today)


def _read(text: str, found: Items, today: date) -> Question:
    _refuse_unknown_asks(found)
    found = _without_titles(found)
    matter, sides = sides_of(found, matter_of(found))
    if len(found.unread) > (1 if matter.sure else 0):
        raise refusal(found, f"the question has words that mean nothing here: {', '.join(found.unread)}")
    question = Question(
        text=text,
        language=found.language,
        kind=_kind(found, matter, sides),
        relation="left" if matter.about_membership and matter.aspect is Aspect.ENDS else matter.relation,
        asked_on=today,
        actor=sides.actor,
        alliance=sides.alliance,
        aspect=matter.aspect,
        post=matter.post,
        unread=(*found.unread, *matter.unread, *sides.unread),
    )
    _check(found, question)
    return _timed(question, found, matter, today)


def _refuse_unknown_asks(found: Items) -> None:
    whys = question_words().refusals
    for item in found.items:
        for meaning in item.meanings:
            if why := whys.get(meaning.value):
                raise refusal(found, f"questions that ask {why} cannot be answered")


def _without_titles(found: Items) -> Items:
    """«le président malien Assimi Goïta» is Assimi Goïta: a post right before a person goes, with the
    State between them."""
    gone: set[Item] = set()
    items = found.items
    for index, item in enumerate(items):
        if any(meaning.kind == "post" and not meaning.is_verb for meaning in item.meanings):
            behind = [i for i in items[index + 1 :] if i.at - item.last <= 3]
            person = next((i for i in behind if i.entity and i.entity.type is ActorType.PERSON), None)
            if person and all(i.entity or i.means("filler") for i in behind if i.at < person.at):
                gone |= {item, *(i for i in behind if i.at < person.at)}
    return replace(found, items=tuple(i for i in items if i not in gone))


# --- what is asked for, and for which time


def _kind(found: Items, matter: Matter, sides: Sides) -> Kind:
    asks = [a for a in ASKS if found.has("ask", a)]
    asked = asks[0] if asks else None
    if asked in KINDS:
        return KINDS[asked]
    both = sides.actor is not None and sides.alliance is not None
    negative = found.has("sign", "not")
    if asked in (None, "polar"):
        said = bool(matter.item.forms) or found.has("sign", "be", "present", "perfect", "bygone")
        if asked == "polar" or (matter.about_membership and both) or said:
            return Kind.WHETHER
    if negative:
        raise refusal(found, "questions about who is not, or did not, cannot be answered")
    if not matter.about_membership:
        return Kind.RELATION
    return Kind.WHO if sides.alliance else Kind.WHEN


def _check(found: Items, question: Question) -> None:
    """Raises QuestionError where too little is named."""
    actor, alliance = question.actor, question.alliance
    if actor is None and alliance is None:
        raise refusal(found, "the question names nobody who is known")
    if not question.about_membership:
        return
    if question.kind is Kind.WHETHER and (actor is None or alliance is None):
        raise refusal(found, "name both the actor and the alliance")
    if alliance and alliance.type not in GROUPS:
        raise refusal(found, f"{alliance.label} is no alliance")
    if question.kind is Kind.WHO and actor is not None:
        raise refusal(found, f"it is not clear what is asked of {actor.label}")


def _timed(question: Question, found: Items, matter: Matter, today: date) -> Question:
    """The question with its time. A state that is spoken of in the present, with no time given, is asked
    about for today."""
    times = found.times
    lasting = matter.is_state and matter.aspect is Aspect.HOLDS
    simple = Form.BARE if found.language == "en" else Form.PRESENT
    reflexive = {i.last + 1 for i in found.all("sign", "self")}
    present = any(i.at not in reflexive for i in found.all("sign", "present"))
    past = found.has("sign", "bygone") or (Form.PAST in matter.item.forms and not present)
    present = present or bool(matter.item.forms & {Form.PRESENT, simple})
    still = found.has("sign", "still")
    if times:
        throughout = times.since and lasting and not past and times.end is None
        return replace(question, on=times.on, start=times.start, end=times.end, throughout=throughout)
    asks_times = question.kind in TIMES_ASKED and found.has("ask", "when", "since", "until", "span")
    now = still or (present and not past and not found.has("sign", "ever"))
    if lasting and now and not asks_times:
        return replace(question, on=When.parse(today.isoformat()))
    return question
