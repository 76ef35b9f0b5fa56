"""What a question is about: a relation, the word that says so, and how it is turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sahelgraph.extract.lexicon.inflection import Form
from sahelgraph.extract.lexicon.questions import question_words
from sahelgraph.extract.question_items import Item, Items, distinct, refusal
from sahelgraph.ontology.claims import ActorType
from sahelgraph.ontology.questions import Aspect, Post
from sahelgraph.ontology.relations import relations

GROUPS = (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.BODY)
MEMBER = ("member", "join", "leave", "include")
ORIGINS = ("founded", "created", "dissolved")


@dataclass(frozen=True, slots=True)
class Matter:
    """A relation and the item that states it. `reverse`: the object stands before the verb, the subject
    behind it or behind «par». `cut`: names from this word on belong to something else. `unread` are
    words that were left aside."""

    relation: str
    item: Item
    aspect: Aspect = Aspect.HOLDS
    reverse: bool = False
    post: Post | None = None
    cut: int | None = None
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


def matter_of(found: Items) -> Matter:
    """Verbs of relations go before posts, posts before membership, and all of these before nouns.
    Raises QuestionError where nothing says what the question is about, or several things do."""
    verbs = [i for i in found.all("relation") if i.forms and not _is_noun(found, i)]
    posts = found.all("post")
    members = found.all("sign", *MEMBER)
    plain_verbs = [v for v in verbs if not v.means("filler")]
    if plain_verbs or posts or members:
        verbs = plain_verbs
    origins = found.all("relation", *ORIGINS)
    nouns = [i for i in found.all("relation") if i not in verbs]
    if verbs:
        return _of_verb(found, verbs, members)
    if origins and not members:
        return _of_relation(found, origins[0])
    if posts and not members:
        return Matter("holds-office", posts[0], _turn(found, Aspect.HOLDS), post=_post(posts))
    if members:
        return _of_membership(found, members)
    if nouns:
        return _of_relation(found, nouns[0])
    if became := found.all("sign", "become"):
        return Matter("succeeded", became[0])
    if weak := _weak_membership(found):
        return Matter("member-of", weak, _turn(found, Aspect.HOLDS))
    raise refusal(found, "it is not clear what the question asks about")


def _is_noun(found: Items, item: Item) -> bool:
    """A word that is a noun as well as a verb is a noun behind an interrogative: "which attacks"."""
    both = any(m.kind == "relation" and not m.is_verb for m in item.meanings)
    return both and any(i.last == item.at - 1 for i in found.all("ask", "which"))


def _post(posts: Sequence[Item]) -> Post:
    """The most special of the posts that are named: a minister rather than any head."""
    labels = [m.value for item in posts for m in item.meanings if m.kind == "post"]
    special = [label for label in labels if label not in ("head", "any post")] or labels
    return question_words().posts[special[0]]


def _of_verb(found: Items, verbs: Sequence[Item], members: Sequence[Item]) -> Matter:
    """The first verb; what it takes behind «de» or "for" is left aside («accusé de soutenir»)."""
    first, *others = verbs
    relation = _relation_of(first)
    second = next((v for v in others if v.means("relation", relation) is None), None)
    if second and not any(i.last == second.at - 1 for i in found.all("sign", "of", "outward", "for")):
        raise refusal(found, f"that is more than one question: «{first.text}», «{second.text}»")
    named = [m for m in members if m.means("sign", "member")]
    if named and relation not in ORIGINS and len(distinct(found.names)) > 1:
        raise refusal(found, f"that is more than one question: «{named[0].text}», «{first.text}»")
    nouns = [i for i in found.all("relation") if not i.forms and not i.means("filler")]
    aside = [*([second] if second else []), *(n for n in nouns if n.means("relation", relation) is None)]
    return replace(
        _of_relation(found, first),
        cut=second.at if second else None,
        unread=tuple(item.text for item in aside),
    )


def _of_relation(found: Items, item: Item) -> Matter:
    relation = _relation_of(item)
    passive = bool(item.forms) and relation not in question_words().plain and _is_passive(found, item)
    return Matter(relation, item, reverse=passive, aspect=Aspect.HOLDS)


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


def _of_membership(found: Items, members: Sequence[Item]) -> Matter:
    leaves = [i for i in members if i.means("sign", "leave")]
    joins = [i for i in members if i.means("sign", "join")]
    if leaves and joins:
        raise refusal(found, f"that is more than one question: «{leaves[0].text}», «{joins[0].text}»")
    item = (leaves or joins or list(members))[0]
    aspect = Aspect.ENDS if leaves else Aspect.BEGINS if joins else Aspect.HOLDS
    include = item.means("sign", "include") is not None
    reverse = include != (bool(item.forms) and _is_passive(found, item) and not leaves and not joins)
    return Matter("member-of", item, _turn(found, aspect), reverse)


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
