"""Questions in French and English: what is asked for, about whom, and when.

No question is matched as a whole. Its names and times are found as in articles, its words are looked up
in the lexicon (questions.toml), and what they are, and where they stand to each other, decides: the
interrogative gives the kind, verbs and nouns the relation, the place of a name before or after the verb
its part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sahelgraph.extract.lexicon.inflection import Form
from sahelgraph.extract.lexicon.questions import ASKS, QuestionWords, question_words
from sahelgraph.extract.question_items import Item, ItemFinder, Items
from sahelgraph.ontology.actors import ActorBook
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.questions import Aspect, Kind, Post, Question, QuestionError
from sahelgraph.ontology.relations import relations
from sahelgraph.ontology.when import When

EXAMPLE = {
    "fr": "par exemple «Qui était membre du G5 Sahel en 2021 ?»",
    "en": 'for example "Who was a member of the G5 Sahel in 2021?"',
}
GROUPS = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.BODY)
MEMBER = ("member", "join", "leave", "include")
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


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the question is about, and the item that says so. `reverse`: the object stands before the
    verb, the subject behind it or behind «par»."""

    relation: str
    item: Item
    aspect: Aspect = Aspect.HOLDS
    reverse: bool = False
    post: Post | None = None
    unread: tuple[str, ...] = ()

    @property
    def about_membership(self) -> bool:
        return self.relation == "member-of"

    @property
    def sure(self) -> bool:
        """Does a verb, a post or a word for members say it? Then one strange word more does no harm."""
        return bool(self.item.forms) or self.post is not None or self.item.means("sign", *MEMBER) is not None

    @property
    def is_state(self) -> bool:
        """Does it last: a state, or the result of an act («est suspendu»)?"""
        result = self.reverse and self.relation in question_words().agent_of
        return result or relations()[self.relation].kind == "state"


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who is named on which side."""

    actor: Entity | None = None
    alliance: Entity | None = None
    unread: tuple[str, ...] = ()


def _read(text: str, found: Items, today: date) -> Question:
    words = question_words()
    for item in found.items:
        for meaning in item.meanings:
            if why := words.refusals.get(meaning.value):
                raise _refusal(found, f"questions that ask {why} cannot be answered")
    found = _without_titles(found)
    matter = _matter(found, words)
    names = _distinct(found.names)
    sides = _members(found, matter, names) if matter.about_membership else _ends(found, matter, names, words)
    matter, sides = _settled(found, matter, sides)
    if (
        len(unread := (*found.unread, *matter.unread, *sides.unread))
        > len(sides.unread) + len(matter.unread) + 1
    ):
        raise _refusal(found, f"the question has words that mean nothing here: {', '.join(unread)}")
    kind = _kind(found, matter, sides)
    question = Question(
        text=text,
        language=found.language,
        kind=kind,
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


def _refusal(found: Items, what: str) -> QuestionError:
    return QuestionError(what, hint=EXAMPLE[found.language])


def _without_titles(found: Items) -> Items:
    """«le président malien Assimi Goïta» is Assimi Goïta: a post right before a person goes, with the
    State between them."""
    gone: set[Item] = set()
    items = found.items
    for index, item in enumerate(items):
        if item.means("post") and not item.forms:
            behind = [i for i in items[index + 1 :] if i.at - item.last <= 3]
            person = next((i for i in behind if i.entity and i.entity.type is ActorType.PERSON), None)
            if person and all(i.entity or i.means("filler") for i in behind if i.at < person.at):
                gone |= {item, *(i for i in behind if i.at < person.at)}
    return replace(found, items=tuple(i for i in items if i not in gone))


def _distinct(names: Sequence[Item]) -> list[Item]:
    first: dict[str, Item] = {}
    for item in names:
        if item.entity:
            first.setdefault(item.entity.id, item)
    return list(first.values())


# --- what it is about


def _matter(found: Items, words: QuestionWords) -> _Matter:
    """Verbs of relations go before posts, posts before membership, and all of these before nouns."""
    verbs = [i for i in found.all("relation") if i.forms and not _is_noun(found, i)]
    posts = found.all("post")
    members = found.all("sign", *MEMBER)
    plain_verbs = [v for v in verbs if not v.means("filler")]
    if plain_verbs or posts or members:
        verbs = plain_verbs
    founders = found.all("relation", "founded", "created", "dissolved")
    nouns = [i for i in found.all("relation") if i not in verbs]
    if verbs:
        return _of_verb(found, verbs, members, words)
    if founders and not members:
        return _of_relation(found, founders[0], words)
    if posts and not members:
        return _Matter("holds-office", posts[0], _turn(found, Aspect.HOLDS), post=_post(posts, words))
    if members:
        return _of_membership(found, members)
    if nouns:
        return _of_relation(found, nouns[0], words)
    if became := found.all("sign", "become"):
        return _Matter("succeeded", became[0])
    if weak := _weak_membership(found):
        return _Matter("member-of", weak, _turn(found, Aspect.HOLDS))
    raise _refusal(found, "it is not clear what the question asks about")


def _is_noun(found: Items, item: Item) -> bool:
    """A word that is a noun as well as a verb is a noun behind an interrogative: "which attacks"."""
    both = any(m.kind == "relation" and not m.is_verb for m in item.meanings)
    return both and any(i.last == item.at - 1 for i in found.all("ask", "which"))


def _post(posts: Sequence[Item], words: QuestionWords) -> Post:
    """The most special of the posts that are named: a minister rather than any head."""
    labels = [m.value for item in posts for m in item.meanings if m.kind == "post"]
    special = [label for label in labels if label not in ("head", "any post")] or labels
    return words.posts[special[0]]


def _of_verb(found: Items, verbs: Sequence[Item], members: Sequence[Item], words: QuestionWords) -> _Matter:
    """The first verb; what it takes behind «de» or "of" is not read («accusé de soutenir»)."""
    first, *others = verbs
    relation = _relation_of(first)
    different = [v for v in others if v.means("relation", relation) is None]
    unread: tuple[str, ...] = ()
    if different:
        before = found.all("sign", "of", "outward")
        other = different[0]
        governed = any(i.last == other.at - 1 for i in before) or other.text.lower() in ("for", "pour")
        if not governed:
            raise _refusal(found, f"that is more than one question: «{first.text}», «{other.text}»")
        unread = (other.text,)
    named_members = [m for m in members if m.means("sign", "member")]
    if (
        named_members
        and relation not in ("founded", "created", "dissolved")
        and len(_distinct(found.names)) > 1
    ):
        raise _refusal(found, f"that is more than one question: «{named_members[0].text}», «{first.text}»")
    nouns = [
        i
        for i in found.all("relation")
        if not (i.forms or i.means("filler") or i.means("relation", relation))
    ]
    return replace(_of_relation(found, first, words), unread=(*unread, *(i.text for i in nouns)))


def _of_relation(found: Items, item: Item, words: QuestionWords) -> _Matter:
    relation = _relation_of(item)
    passive = bool(item.forms) and relation not in words.plain and _is_passive(found, item)
    return _Matter(relation, item, reverse=passive, aspect=Aspect.HOLDS)


def _relation_of(item: Item) -> str:
    meaning = item.means("relation")
    return meaning.value if meaning else ""


def _is_passive(found: Items, item: Item) -> bool:
    """A participle whose nearest auxiliary is «être» or "to be", in its own clause, and no reflexive."""
    auxiliaries = [a for a in found.all("sign", "be", "perfect") if a.at < item.at]
    if Form.PARTICIPLE not in item.forms or not auxiliaries:
        return False
    nearest = auxiliaries[-1]
    reflexive = any(s.last == nearest.at - 1 for s in found.all("sign", "self"))
    barrier = [*found.all("ask"), *found.all("sign", "that")]
    own = not any(nearest.at < i.at < item.at for i in barrier)
    return nearest.means("sign", "be") is not None and own and not reflexive


def _of_membership(found: Items, members: Sequence[Item]) -> _Matter:
    leaves = [i for i in members if i.means("sign", "leave")]
    joins = [i for i in members if i.means("sign", "join")]
    if leaves and joins:
        raise _refusal(found, f"that is more than one question: «{leaves[0].text}», «{joins[0].text}»")
    item = (leaves or joins or list(members))[0]
    aspect = Aspect.ENDS if leaves else Aspect.BEGINS if joins else Aspect.HOLDS
    include = item.means("sign", "include") is not None
    reverse = include != (bool(item.forms) and _is_passive(found, item) and not leaves and not joins)
    return _Matter("member-of", item, _turn(found, aspect), reverse)


def _turn(found: Items, aspect: Aspect) -> Aspect:
    """A state with «devenir» begins; with «cesser» or «ne … plus» it ends."""
    if aspect is not Aspect.HOLDS:
        return aspect
    if found.has("sign", "cease", "past"):
        return Aspect.ENDS
    return Aspect.BEGINS if found.has("sign", "become") else Aspect.HOLDS


def _weak_membership(found: Items) -> Item | None:
    """«les pays de l'AES»; "was Mali in the G5 Sahel": an alliance right behind such words."""
    for name in found.names:
        if name.entity and name.entity.type in GROUPS:
            for item in found.all("sign", "people"):
                if 0 < name.at - item.last <= 3:
                    return item
            if found.has("sign", "be"):
                for item in found.all("sign", "within"):
                    if 0 < name.at - item.last <= 2:
                        return item
        elif found.has("sign", "alliance"):
            return found.all("sign", "alliance")[0]
    return None


# --- who is named on which side: membership


def _members(found: Items, matter: _Matter, names: Sequence[Item]) -> _Sides:
    if len(names) > 2:
        raise _refusal(found, f"ask about one actor and one alliance: {', '.join(n.text for n in names)}")
    before = [n for n in names if n.at < matter.item.at]
    behind = [n for n in names if n.at >= matter.item.at]
    if matter.reverse:
        before, behind = behind, before
    if len(names) == 2:
        actor, alliance = (names[0], names[1]) if len(before) != 1 else (before[0], behind[0])
        if not _is_group(alliance) and _is_group(actor) and matter.aspect is not Aspect.ENDS:
            actor, alliance = alliance, actor
        return _Sides(actor.entity, alliance.entity)
    if not names:
        return _Sides()
    (name,) = names
    asks_alliance = _asks_for_alliance(found, matter, name) and name in before
    leaves_place = matter.item.means("sign", "leave") and name in behind and not _led(found)
    if (not _is_group(name) and not leaves_place) or asks_alliance:
        return _Sides(actor=name.entity)
    return _Sides(alliance=name.entity)


def _is_group(item: Item) -> bool:
    return item.entity is not None and item.entity.type in GROUPS


def _asks_for_alliance(found: Items, matter: _Matter, name: Item) -> bool:
    """«de quel groupe», "which alliance did X join", "what is X part of"."""
    asked = found.all("ask", "which", "what", "whom", "count")
    if not asked:
        return False
    first = asked[0]
    kind_asked = any(0 < i.at - first.at <= 2 for i in found.all("sign", "alliance"))
    last = max((i.last for i in found.items), default=0)
    stranded = any(i.at >= last for i in found.all("sign", "of", "outward")) and name.last < last
    return (
        _led(found)
        or stranded
        or (kind_asked and not matter.reverse)
        or first.means("ask", "what", "whom") is not None
    )


def _led(found: Items) -> bool:
    """Does a preposition stand before the interrogative: «de quelles alliances», "to which"?"""
    asked = found.all("ask", "which", "what", "whom", "count")
    return any(i.last == a.at - 1 for a in asked for i in found.all("sign", "of", "outward"))


# --- who is named on which side: other relations


def _ends(found: Items, matter: _Matter, names: Sequence[Item], words: QuestionWords) -> _Sides:
    anchor = matter.item.at
    cut = min((i.at for i in found.all("relation") if i.forms and i.text in matter.unread), default=None)
    if cut is not None:
        names = [n for n in names if n.at < cut]
    before = [n for n in names if n.at < anchor]
    behind = [n for n in names if n.at >= anchor]
    agents = [n for n in behind if _behind(found, n, "by")]
    others = [n for n in behind if n not in agents]
    if matter.item.means("sign", "become") or (matter.reverse and matter.relation in words.agent_of):
        subjects, objects = behind, before
    elif matter.reverse:
        subjects, objects = agents, [*before, *others]
    elif matter.item.forms:
        subjects, objects = [*before, *agents], others
        if not before and len(others) == 1 and _inverted(found, others[0], matter):
            subjects, objects = others, []
    else:
        subjects, objects = _of_noun(found, matter, [*before, *behind])
    return _fitted(found, matter, subjects, objects, words)


def _behind(found: Items, name: Item, sign: str) -> bool:
    """Does such a word stand before a name, with an article and a noun at most between them?"""
    return any(0 < name.at - i.last <= 3 for i in found.all("sign", sign))


def _inverted(found: Items, name: Item, matter: _Matter) -> bool:
    """«Qu'a attaqué le JNIM ?», «Avec qui s'est allié le MNLA ?»: the object is asked for, and the name
    behind the verb is its subject."""
    asked = [i for i in found.all("ask", "whom", "what") if i.at < matter.item.at]
    return bool(asked) and not _behind(found, name, "outward")


def _of_noun(found: Items, matter: _Matter, names: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """«les attaques du JNIM contre le Mali»: against whom is the object, of whom the subject; of one
    name with «création», «suspension», «siège», «président», the other way round where types demand it."""
    relation = relations()[matter.relation]
    against = [
        n
        for n in names
        if _after_sign(found, n, ("against", "contre", "sur", "envers", "on", "avec", "with"))
    ]
    rest = [n for n in names if n not in against]
    if (
        relation.id in ("accused", "attacked", "threatened", "sanctioned", "supported")
        and not against
        and len(rest) == 1
    ):
        asks_who = found.has("ask", "who", "agent")
        return ([], rest) if asks_who else (rest, [])
    if len(rest) > 1:
        return rest[:1], [*rest[1:], *against]
    if _led(found) and all(n.at < matter.item.at for n in rest):
        return rest, against
    if against or relation.range == frozenset():
        return rest, against
    persons = [n for n in rest if n.entity and n.entity.type is ActorType.PERSON]
    return (persons, [n for n in rest if n not in persons])


def _after_sign(found: Items, name: Item, prepositions: Sequence[str]) -> bool:
    return any(
        0 < name.at - i.last <= 2 and i.text.lower() in prepositions
        for i in found.all("sign", "outward", "within")
    )


def _fitted(
    found: Items, matter: _Matter, subjects: Sequence[Item], objects: Sequence[Item], words: QuestionWords
) -> _Sides:
    """One name a side: where types forbid it, the sides change places; a second object after «au» or
    "in" is a place, and is left unread."""
    relation = relations()[matter.relation]
    left, right = list(subjects), list(objects)
    unread: tuple[str, ...] = ()
    if matter.relation == "holds-office":
        both = [*left, *right]
        left = [n for n in both if n.entity and n.entity.type is ActorType.PERSON]
        right = [n for n in both if n not in left]
    if len(left) == 2 and not right:
        left, right = left[:1], left[1:]
    elif len(right) == 2 and not left and relation.symmetric:
        left, right = right[:1], right[1:]
    elif len(right) == 2 and not left and _better_swapped(right, relation.domain, relation.range):
        left, right = right[1:], right[:1]
    if len(right) > 1:
        unread = tuple(n.text for n in right[1:])
        right = right[:1]
    if len(left) > 1:
        raise _refusal(found, f"ask about one actor at a time: {', '.join(n.text for n in left)}")
    if not _fit(left, right, relation.domain, relation.range) and _fit(
        right, left, relation.domain, relation.range
    ):
        left, right = right, left
    if matter.relation in words.mutual_only and len(left) + len(right) < 2 and not _mutual(found):
        raise _refusal(found, f"say with whom: «{matter.item.text}»")
    return _Sides(left[0].entity if left else None, right[0].entity if right else None, unread)


def _mutual(found: Items) -> bool:
    together = ("avec", "with", "entre", "between")
    asked = [i for i in found.all("ask", "whom") if i.text.lower().startswith(("avec", "with"))]
    return bool(asked) or any(i.text.lower() in together for i in found.items)


def _better_swapped(
    names: Sequence[Item], domain: frozenset[ActorType], range_: frozenset[ActorType]
) -> bool:
    """Of two objects, is the second better taken for the subject: «le Mali est suspendu de l'Union»?"""
    first, second = names
    return not _allowed(second, range_) or (_allowed(second, domain) and not _allowed(first, domain))


def _allowed(item: Item, types: frozenset[ActorType]) -> bool:
    return item.entity is not None and item.entity.type in types


def _fit(
    left: Sequence[Item], right: Sequence[Item], domain: frozenset[ActorType], range_: frozenset[ActorType]
) -> bool:
    return all(_allowed(n, domain) for n in left) and all(_allowed(n, range_) for n in right)


def _settled(found: Items, matter: _Matter, sides: _Sides) -> tuple[_Matter, _Sides]:
    """What only names can tell: forces withdraw from a country, members leave an alliance; what was
    founded by nobody who is named or asked for was created."""
    if matter.about_membership and matter.aspect is Aspect.ENDS and matter.item.means("sign", "leave"):
        place = (ActorType.STATE, ActorType.PLACE)
        if sides.alliance and sides.alliance.type in place:
            return replace(matter, relation="withdrew-from", aspect=Aspect.HOLDS), sides
    asks_founder = found.has("ask", "who", "agent", "which", "list", "count")
    if matter.relation == "founded" and not sides.actor and sides.alliance and not asks_founder:
        return replace(matter, relation="created"), _Sides(actor=sides.alliance)
    if matter.relation == "created" and found.has("ask", "agent"):
        return replace(matter, relation="founded"), _Sides(alliance=sides.actor)
    if matter.relation in ("created", "dissolved") and not sides.actor and sides.alliance:
        return matter, _Sides(actor=sides.alliance)
    return matter, sides


# --- what is asked for, and for which time


def _kind(found: Items, matter: _Matter, sides: _Sides) -> Kind:
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
        raise _refusal(found, "questions about who is not, or did not, cannot be answered")
    if not matter.about_membership:
        return Kind.RELATION
    return Kind.WHO if sides.alliance else Kind.WHEN


def _check(found: Items, question: Question) -> None:
    """Raises QuestionError where too little is named."""
    actor, alliance = question.actor, question.alliance
    if actor is None and alliance is None:
        raise _refusal(found, "the question names nobody who is known")
    if not question.about_membership:
        return
    if question.kind is Kind.WHETHER and (actor is None or alliance is None):
        raise _refusal(found, "name both the actor and the alliance")
    if alliance and alliance.type not in GROUPS:
        raise _refusal(found, f"{alliance.label} is no alliance")
    if question.kind is Kind.WHO and actor is not None:
        raise _refusal(found, f"it is not clear what is asked of {actor.label}")


def _timed(question: Question, found: Items, matter: _Matter, today: date) -> Question:
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
