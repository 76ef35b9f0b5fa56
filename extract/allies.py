"""Allies, auxiliaries and patrons by possessive: «l'armée malienne et ses supplétifs russes de Wagner»,
«l'Iran et ses alliés, dont le Hezbollah», «le M23 et son parrain rwandais».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    VERBAL,
    agents,
    direct_subjects,
    is_participle,
    is_passive,
    linear_case,
    lower,
    objects,
    opening_of,
)
from sahelgraph.extract.lexicon.ties import Possessed, Ties
from sahelgraph.extract.lexicon.verbs import verbs
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import ACTING, POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType, Status
from sahelgraph.ontology.relations import relations

MEMBER_AND_WHOLE = frozenset((ActorType.STATE, ActorType.ORGANISATION))
AHEAD = 10
BESIDE = 4
EXAMPLES = frozenset(
    ("dont", "comme", "notamment", "parmi", "lesquels", "tels", "que", "de", "du", "des", "d'")
)
OF_OLD = frozenset(("date", "toujours", "circonstance", "armes", "terrain", "guerre"))
"""What follows «allié de» without naming anybody: «de longue date», «de toujours»."""
SIGNS = frozenset((",", "(", ":", "«", "»", '"', "“", "”"))

ACCUSING = frozenset(("accuser", "soupçonner", "suspecter"))


def possessed_allies(scene: Scene, ties: Ties) -> Iterator[Event]:
    """What a noun with a possessive makes of its owner and of those that it names."""
    for token in scene.tokens_with(ties.possessed.keys()):
        if (
            token.pos_ not in ("NOUN", "ADJ", "PROPN")
            or not token.i
            or lower(_determiner(token)) not in POSSESSIVES
        ):
            continue
        found = next((ties.possessed[f] for f in scene.noun_forms(token) if f in ties.possessed), None)
        if found is not None:
            yield from _event_of(scene, token, found)
            yield from _taken_for(scene, token, found)


def _event_of(scene: Scene, noun: Token, possessed: Possessed) -> Iterator[Event]:
    for owner in _owners(scene, noun):
        for named in _apposed_to(scene, noun, owner) or _all_named_behind(scene, noun):
            if possessed.objects and named.entity.type not in possessed.objects:
                continue
            if owner.entity.id != named.entity.id:
                one, other = (owner, named) if possessed.owner == "subject" else (named, owner)
                if relations()[possessed.relation].allows(one.entity.type, other.entity.type):
                    yield Event.at(f"allies: «{noun.text}»", possessed.relation, noun, one, other)


def allied_members(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The events, with «la Belgique et ses alliés de l'Otan», whom the actor files know for a member, as one
    that belongs to it."""
    for event in events:
        pair = (event.subject, event.object) if event.object is not None else ()
        if event.relation != "allied-with" or {r.entity.type for r in pair} != MEMBER_AND_WHOLE:
            yield event
            continue
        member, whole = sorted(pair, key=lambda r: r.entity.type is ActorType.ORGANISATION)
        if any(m.id == member.entity.id for m in scene.members(whole.entity)):
            status = Status.ASSERTED if "allies:" in event.rule or "ally-of" in event.rule else event.status
            rule = event.rule + " + of one alliance"
            yield replace(event, rule=rule, relation="member-of", subject=member, object=whole, status=status)
        else:
            yield event


def _taken_for(scene: Scene, noun: Token, possessed: Possessed) -> Iterator[Event]:
    """«X, que Y présente comme sa branche», «Y considère X comme son allié»."""
    doc, index = noun.doc, _determiner(noun).i - 1
    if index <= noun.sent.start or lower(doc[index]) != "comme":
        return
    before = reversed(doc[noun.sent.start : index])
    verb = next((t for t in before if t.pos_ in VERBAL and t.lemma_ in verbs().take_for), None)
    if verb is None:
        return
    holders, held = direct_subjects(verb), [*objects(verb), *(c for c in verb.children if lower(c) == "que")]
    if is_passive(verb):
        holders, held = agents(verb), holders or ([verb.head] if verb.dep_ == "acl" else [])
    for one in (r for t in holders for r in scene.actors(t)):
        for other in (r for t in dict.fromkeys(held) for r in scene.actors(t)):
            pair = (one, other) if possessed.owner == "subject" else (other, one)
            if one.entity.id != other.entity.id and relations()[possessed.relation].allows(
                pair[0].entity.type, pair[1].entity.type
            ):
                rule = f"allies: «{noun.text}»"
                yield Event(rule, possessed.relation, noun, noun, *pair, status=Status.ALLEGED)


def _determiner(noun: Token) -> Token:
    """The word before a noun and its adjectives: «son principal allié»."""
    index = noun.i - 1
    while index > noun.sent.start and noun.doc[index].pos_ in ("ADJ", "ADV", "NUM"):
        index -= 1
    return noun.doc[index]


def _owners(scene: Scene, noun: Token) -> list[Ref]:
    """The phrase that the possessive is coordinated with («l'entrée de X et de ses alliés»), or a subject."""
    if (phrase := _coordinated_with(scene, noun)) is not None:
        own = [r for r in scene.actors(phrase) if r.token < noun.i and r.entity.type in ACTING]
        return [Ref(r.entity, r.token, "possessor") for r in own]
    owners = _accused(scene, noun) or [r for r in scene.before(noun, 1, of_clause=True) if r.token < noun.i]
    if not owners:
        owners = _right_before(scene, noun)
    if not owners and (verb := _announces(noun)) is not None:
        owners = [r for t in direct_subjects(verb) for r in scene.actors(t)]
    return [Ref(r.entity, r.token, "possessor") for r in owners if r.entity.type in ACTING]


def _accused(scene: Scene, noun: Token) -> list[Ref]:
    """«X accuse Y d'avoir armé ses alliés»: those of Y."""
    deed = next((t for t in noun.ancestors if t.dep_ == "xcomp" and t.head.lemma_ in ACCUSING), None)
    blamed = objects(deed.head) if deed is not None else []
    return [r for t in blamed for r in scene.actors(t) if r.token < noun.i]


def _right_before(scene: Scene, noun: Token) -> list[Ref]:
    """«X, ses alliés belges et Y»: the name right before the comma."""
    comma = _determiner(noun).i - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return []
    return scene.names_at(noun.doc[comma - 1])


def _announces(noun: Token) -> Token | None:
    """«Avec son allié X, Y a attaqué …»: the verb whose subject follows."""
    opening = noun.doc[noun.sent.start : noun.i]
    if any(t.pos_ in VERBAL or t.text in (",", ";", ":") for t in opening):
        return None
    return next((t for t in noun.ancestors if t.pos_ in VERBAL), None)


def _coordinated_with(scene: Scene, noun: Token) -> Token | None:
    """The head of the noun phrase that stands before «et ses …»; None where no such phrase does."""
    doc, start = noun.doc, noun.sent.start
    index = noun.i - 1
    while index > start and lower(doc[index]) != "et":
        if doc[index].pos_ not in ("DET", "ADP", "ADJ", "NUM") or noun.i - index > BESIDE:
            return None
        index -= 1
    end = opening_of(doc[index - 1]) if index > start and doc[index - 1].text == ")" else index
    end = _before_aside(noun, end)
    last = next((t for t in reversed(doc[start:end]) if t.pos_ != "ADJ" and t.text not in SIGNS), None)
    if last is None or last.pos_ not in ("NOUN", "PROPN", "X"):
        return None
    while last.dep_ in ("nmod", "flat:name", "appos", "conj") and start <= last.head.i < last.i:
        if not scene.noun_classes(last.head):
            break
        last = last.head
    return last


def _before_aside(noun: Token, end: int) -> int:
    """«A, appuyé par B, et son allié»: the end of what stands before the participle, else `end`."""
    doc, start = noun.doc, noun.sent.start
    if end - 1 <= start or doc[end - 1].text != ",":
        return end
    opening = next((t.i for t in reversed(doc[start : end - 1]) if t.text == ","), None)
    return opening if opening is not None and is_participle(doc[opening + 1], "Past") else end


def _apposed_to(scene: Scene, noun: Token, owner: Ref) -> list[Ref]:
    """«Belgrade appuie l'UVW, son allié bosnien»: the name right before, unless it is the owner himself."""
    comma = _determiner(noun).i - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return []
    before = noun.doc[comma - 1]
    if linear_case(before) or any(t.text == "," for t in noun.doc[owner.token : comma - 1]):
        return []
    named = [r for r in scene.names_at(before) if r.entity.type in ACTING and r.entity.id != owner.entity.id]
    return named if named and not any(_names(scene, t) for t in _phrase_behind(noun)) else []


def _phrase_behind(noun: Token) -> Iterator[Token]:
    """The words behind a noun up to the next sign or verb."""
    for token in noun.doc[noun.i + 1 : min(noun.i + AHEAD, noun.sent.end)]:
        if token.is_punct or token.pos_ in VERBAL:
            return
        yield token


def _names(scene: Scene, token: Token) -> bool:
    return any(m.kind is not Kind.DEMONYM for m in scene.mentions_at(token))


def _all_named_behind(scene: Scene, noun: Token) -> list[Ref]:
    """Those named behind a noun; for «ses alliés du groupe Y (A, B)» the members that the text lists."""
    return [member for ref in _named_behind(scene, noun) for member in scene.listed_members(ref)]


def _named_behind(scene: Scene, noun: Token) -> list[Ref]:
    """Those that the words behind a noun name; adjectives of nationality where there is no name."""
    states: list[Ref] = []
    for token in noun.doc[noun.i + 1 : min(noun.i + AHEAD, noun.sent.end)]:
        mentions = scene.mentions_at(token)
        if mentions and mentions[0].kind is Kind.DEMONYM:
            states += [Ref(m.entity, token.i, "adjective") for m in mentions]
        elif mentions:
            named = scene.list_around(token) or [Ref(m.entity, token.i, "named") for m in mentions]
            return [r for r in named if r.entity.type in ACTING] or states
        elif not (
            token.pos_ in ("ADJ", "DET", "ADV", "CCONJ")
            or token.text in SIGNS
            or lower(token) in EXAMPLES
            or lower(token) in OF_OLD
            or (token.pos_ == "NOUN" and scene.noun_classes(token))
        ) or (states and (token.text == "," or _goes_on(token))):
            break
    return [r for r in states if r.entity.type is ActorType.STATE]


def _goes_on(token: Token) -> bool:
    """«ses alliés belges et le X»: X is coordinated with whose allies they are."""
    return lower(token) == "et" and token.i + 1 < token.sent.end and token.nbor().pos_ == "DET"
