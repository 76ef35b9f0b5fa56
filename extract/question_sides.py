"""Who is named on which side of what a question is about: by voice, order and prepositions, within
what the types of the actors allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sahelgraph.extract.lexicon.questions import question_words
from sahelgraph.extract.question_items import Item, Items, distinct, refusal
from sahelgraph.extract.question_matter import GROUPS, Matter
from sahelgraph.ontology.claims import ActorType, Entity
from sahelgraph.ontology.questions import Aspect
from sahelgraph.ontology.relations import Relation, relations


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is named as member or subject, and as alliance or object; None where nobody is. `unread` are
    names that were left aside."""

    actor: Entity | None = None
    alliance: Entity | None = None
    unread: tuple[str, ...] = ()


def sides_of(found: Items, matter: Matter) -> tuple[Matter, Sides]:
    """The sides, and the matter as the names settle it. Raises QuestionError where too many are named."""
    names = distinct(found.names)
    sides = _members(found, matter, names) if matter.about_membership else _ends(found, matter, names)
    return _settled(found, matter, sides)


# --- membership


def _members(found: Items, matter: Matter, names: Sequence[Item]) -> Sides:
    if len(names) > 2:
        raise refusal(found, f"ask about one actor and one alliance: {', '.join(n.text for n in names)}")
    before = [n for n in names if n.at < matter.item.at]
    behind = [n for n in names if n.at >= matter.item.at]
    if matter.reverse:
        before, behind = behind, before
    if len(names) == 2:
        actor, alliance = (names[0], names[1]) if len(before) != 1 else (before[0], behind[0])
        if not _is_group(alliance) and _is_group(actor) and matter.aspect is not Aspect.ENDS:
            actor, alliance = alliance, actor
        return Sides(actor.entity, alliance.entity)
    if not names:
        return Sides()
    (name,) = names
    asks_alliance = _asks_for_alliance(found, matter, name) and name in before
    leaves_place = matter.item.means("sign", "leave") and name in behind and not _led(found)
    if (not _is_group(name) and not leaves_place) or asks_alliance:
        return Sides(actor=name.entity)
    return Sides(alliance=name.entity)


def _is_group(item: Item) -> bool:
    return item.entity is not None and item.entity.type in GROUPS


def _asks_for_alliance(found: Items, matter: Matter, name: Item) -> bool:
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


# --- other relations


def _ends(found: Items, matter: Matter, names: Sequence[Item]) -> Sides:
    anchor = matter.item.at
    names = [n for n in names if matter.cut is None or n.at < matter.cut]
    before = [n for n in names if n.at < anchor]
    behind = [n for n in names if n.at >= anchor]
    agents = [n for n in behind if _behind(found, n, "by")]
    others = [n for n in behind if n not in agents]
    if matter.item.means("sign", "become") or (
        matter.reverse and matter.relation in question_words().agent_of
    ):
        subjects, objects = behind, before
    elif matter.reverse:
        subjects, objects = agents, [*before, *others]
    elif matter.item.forms:
        subjects, objects = [*before, *agents], others
        if not before and len(others) == 1 and _inverted(found, others[0], matter):
            subjects, objects = others, []
    else:
        subjects, objects = _of_noun(found, matter, [*before, *behind])
    return _fitted(found, matter, subjects, objects)


def _behind(found: Items, name: Item, sign: str) -> bool:
    """Does such a word stand before a name, with an article and a noun at most between them?"""
    return any(0 < name.at - i.last <= 3 for i in found.all("sign", sign))


def _inverted(found: Items, name: Item, matter: Matter) -> bool:
    """«Qu'a attaqué le JNIM ?», «Avec qui s'est allié le MNLA ?»: the object is asked for, and the name
    behind the verb is its subject."""
    asked = [i for i in found.all("ask", "whom", "what") if i.at < matter.item.at]
    return bool(asked) and not _behind(found, name, "outward")


def _of_noun(found: Items, matter: Matter, names: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """«les attaques du JNIM contre le Mali»: against whom is the object, of whom the subject. A single
    name is the subject of an act unless somebody is asked for who did it, and else the object."""
    relation = relations()[matter.relation]
    against = [n for n in names if any(0 < n.at - i.last <= 2 for i in found.all("sign", "against", "with"))]
    rest = [n for n in names if n not in against]
    if len(rest) > 1:
        return rest[:1], [*rest[1:], *against]
    led = _led(found) and all(n.at < matter.item.at for n in rest)
    act = relation.id in question_words().act and not found.has("ask", "who", "agent")
    if led or act or against or not relation.has_object:
        return rest, against
    persons = [n for n in rest if n.entity and n.entity.type is ActorType.PERSON]
    return persons, [n for n in rest if n not in persons]


def _fitted(found: Items, matter: Matter, subjects: Sequence[Item], objects: Sequence[Item]) -> Sides:
    """One name a side: where types forbid it, the sides change places. A second object («au Mali»), and
    who can be on neither side, is left unread."""
    relation = relations()[matter.relation]
    possible = [n for n in (*subjects, *objects) if _allowed(n, relation.domain | relation.range)]
    strangers = [n for n in (*subjects, *objects) if possible and n not in possible]
    left, right = ([n for n in names if n not in strangers] for names in (subjects, objects))
    if matter.relation == "holds-office":
        both = [*left, *right]
        left = [n for n in both if n.entity and n.entity.type is ActorType.PERSON]
        right = [n for n in both if n not in left]
    if len(left) == 2 and not right:
        left, right = left[:1], left[1:]
    elif len(right) == 2 and not left and relation.symmetric:
        left, right = right[:1], right[1:]
    elif len(right) == 2 and not left and _better_swapped(right, relation):
        left, right = right[1:], right[:1]
    strangers += right[1:]
    right = right[:1]
    if len(left) > 1:
        raise refusal(found, f"ask about one actor at a time: {', '.join(n.text for n in left)}")
    if not _fit(left, right, relation) and _fit(right, left, relation):
        left, right = right, left
    if matter.relation in question_words().mutual_only and len(left) + len(right) < 2 and not _mutual(found):
        raise refusal(found, f"say with whom: «{matter.item.text}»")
    unread = tuple(n.text for n in strangers)
    return Sides(left[0].entity if left else None, right[0].entity if right else None, unread)


def _mutual(found: Items) -> bool:
    return found.has("ask", "whom") or found.has("sign", "with")


def _better_swapped(names: Sequence[Item], relation: Relation) -> bool:
    """Of two objects, is the second better taken for the subject: «le Mali est suspendu de l'Union»?"""
    first, second = names
    fit, unfit = _allowed(second, relation.domain), not _allowed(first, relation.domain)
    return not _allowed(second, relation.range) or (fit and unfit)


def _allowed(item: Item, types: frozenset[ActorType]) -> bool:
    return item.entity is not None and item.entity.type in types


def _fit(left: Sequence[Item], right: Sequence[Item], relation: Relation) -> bool:
    subjects = all(_allowed(n, relation.domain) for n in left)
    return subjects and all(_allowed(n, relation.range) for n in right)


def _settled(found: Items, matter: Matter, sides: Sides) -> tuple[Matter, Sides]:
    """What only names can tell: forces withdraw from a country, members leave an alliance; what was
    founded by nobody who is named or asked for was created."""
    if matter.about_membership and matter.aspect is Aspect.ENDS and matter.item.means("sign", "leave"):
        place = (ActorType.STATE, ActorType.PLACE)
        if sides.alliance and sides.alliance.type in place:
            return replace(matter, relation="withdrew-from", aspect=Aspect.HOLDS), sides
    asks_founder = found.has("ask", "who", "agent", "which", "list", "count") and not found.has("ask", "when")
    if matter.relation == "founded" and not sides.actor and sides.alliance and not asks_founder:
        return replace(matter, relation="created"), Sides(actor=sides.alliance)
    if matter.relation == "created" and found.has("ask", "agent"):
        return replace(matter, relation="founded"), Sides(alliance=sides.actor)
    if matter.relation in ("created", "dissolved") and not sides.actor and sides.alliance:
        return matter, Sides(actor=sides.alliance)
    return matter, sides
