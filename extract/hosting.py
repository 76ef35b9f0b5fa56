"""Who hosted whom: meetings, visits and summits on a State's territory.

The host is the State of the place where the meeting is; the guests are those who meet, come or are
received. A capital where something happens is a place, not an actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sahelgraph.extract.asking import HELP
from sahelgraph.extract.company import Company
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    DEFINITE,
    NAMING,
    THAT,
    THESE,
    VERBAL,
    agents,
    case_of,
    direct_subjects,
    first_conjunct,
    governors,
    has_auxiliary,
    is_finite,
    is_participle,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.guests import Guests, home_of, is_at_home
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.matching import Matcher, neighbours
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.pronouns import OBJECT_CLITICS
from sahelgraph.extract.scene import POSSESSIVES, Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT, Venues
from sahelgraph.ontology.claims import GROUPS, ActorType

WITH = frozenset(("de", "entre", "avec", "par"))
AT_WHICH = frozenset(("auquel", "laquelle", "auxquels", "auxquelles"))
TAKING_PART = frozenset(("part", "présent", "présents", "présente", "présentes"))
BOUND = frozenset(("pour", "vers"))
BETWEEN = frozenset(("DET", "ADP", "PUNCT", "ADJ", "NUM", "ADV"))
REACH = 14
BESIDE = 6
SITES = 2
CLIMB = 4
BACK = 50
TRUCES = ("cessez-le-feu", "trêve", "armistice", "paix")
DURING = frozenset(("lors", "issue", "terme", "cours", "pendant", "durant", "occasion", "marge", "sortie"))
"""Words of the prepositions for what happens at a meeting: «lors de», «à l'issue de»."""


class HostingReader:
    """Finds hosted events."""

    def __init__(self, words: HostingWords, matcher: Matcher) -> None:
        self._words = words
        self._matcher = matcher

    def events(self, scene: Scene) -> Iterator[Event]:
        """The meetings and visits of an article with their hosts and guests."""
        yield from _Reading(scene, self._words, self._matcher).events()

    def tellings(self, scene: Scene) -> Iterator[tuple[Token, str]]:
        """The words of an article for meetings and visits, whoever takes part."""
        for token in scene.doc:
            if token.pos_ == "NOUN" and scene.is_noun(token, self._words.meetings | self._words.visits):
                yield token, "hosted"


@dataclass
class _Reading:
    """One article: remembers where the last meeting was, for «y» and «cette rencontre», where each that had
    a place was, by its noun, who took part, for «ils», and who are the sides of each, by its noun."""

    scene: Scene
    words: HostingWords
    matcher: Matcher
    last: Ref | None = None
    met: dict[str, Ref] = field(default_factory=dict)
    present: list[Ref] = field(default_factory=list)
    sides: dict[str, list[Ref]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.venues = Venues(self.words)
        self.guests = Guests(self.scene, self.words)
        self.company = Company(self.scene, self.words, self.guests)

    def events(self) -> Iterator[Event]:
        for sentence in self.scene.doc.sents:
            self.present = []
            for token in sentence:
                yield from self._events_at(token)

    def _events_at(self, token: Token) -> Iterator[Event]:
        words, lemma = self.words, token.lemma_.lower()
        if token.pos_ in (*VERBAL, "ADJ"):
            if lemma in words.receive:
                yield from self._receiving(token)
            elif lemma in words.send:
                yield from self._sending(token)
            elif lemma in words.meet or lemma in words.come:
                yield from self._coming(token, lemma in words.come)
            elif lemma in words.attend:
                yield from self._attending(token)
            elif lemma in words.depart:
                yield from self._departing(token)
            elif lemma in words.tread:
                yield from self._departing(token)
                yield from self._treading(token)
            elif lemma in words.speak:
                yield from self._speaking(token)
            elif lemma == "être" or (lemma == "trouver" and self._is_pronominal(token)):
                yield from self._being(token)
            elif lemma in words.seal:
                yield from self._sealing(token)
        elif token.i == token.sent.start and lower(token) in words.opening:
            yield from self._opening(token)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") and not self.scene.mentions_at(token):
            if self.scene.is_noun(token, words.meetings) and not self._is_other(token):
                yield from self._meeting(token)
            elif self.scene.is_noun(token, words.visits):
                yield from self._visit(token)
            elif self.scene.is_noun(token, words.deals):
                yield from self._dealing(token)
            elif self.scene.is_noun(token, words.seats):
                yield from self._seated(token)
            elif self.scene.is_noun(token, words.returns):
                yield from self._returning(token)

    # --- verbs

    def _receiving(self, verb: Token) -> Iterator[Event]:
        """«Niamey accueille le sommet de l'AES», «reçu à Alger par le président algérien»."""
        passive = is_passive(verb)
        if not passive and self._has_object_pronoun(verb):
            return
        received = direct_subjects(verb) if passive else objects(verb)
        if any(self.scene.is_noun(t, HELP) for t in received):
            return  # «a reçu des renforts de X»
        guests = [r for t in received for r in self._taking_part(t)]
        if passive and not guests:
            guests = self._subject(verb) or self._of_main_clause(verb)
        if not passive and not guests:
            guests = self.company.behind(verb)
        guests += self.company.named_with(verb)
        places = self.venues.of(self.scene, verb) or self._there(verb)
        receivers = agents(verb) if passive else self._subjects(verb)
        hosts = self._hosts(receivers)
        if verb.lemma_ == "organiser" and not self._is_of_meeting(verb):
            return
        self.present += [r for t in receivers for r in self.scene.actors(t)]
        if verb.lemma_ in self.words.receive_at:
            near_meeting = any(
                self.scene.is_noun(t, self.words.meetings) for t in neighbours(verb, leftwards=False)
            )
            asks = any(t.pos_ == "VERB" and linear_case(t) == "à" for t in verb.children)
            if not places and (asks or not near_meeting):
                return
        if places and (not hosts or passive):
            hosts = places
        yield from self._pairs("hosting: receive", verb, verb, hosts[:1], guests)

    def _is_of_meeting(self, verb: Token) -> bool:
        """«organiser un sommet», «la visite organisée par X»; not «un groupe organisé en réseaux»."""
        words = self.words.meetings | self.words.visits
        things = (verb.head, *objects(verb), *direct_subjects(verb), *neighbours(verb, leftwards=False))
        return any(self.scene.is_noun(t, words) for t in things)

    def _has_object_pronoun(self, verb: Token) -> bool:
        """«où l'a accueilli son homologue»: who stands behind is the host."""
        before = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
        return any(t.pos_ == "PRON" and lower(t) in OBJECT_CLITICS for t in before)

    def _sending(self, verb: Token) -> Iterator[Event]:
        """«a dépêché son ministre à Alger», «envoie des émissaires à Lomé»."""
        places = self.venues.of(self.scene, verb)
        things = direct_subjects(verb) if is_passive(verb) else objects(verb)
        for thing in things:
            guests = [r for r in self.guests.who(thing) if self.guests.travels(thing, r)]
            if not guests and self.scene.is_noun(thing, self.words.envoys):
                guests = [r for t in self._subjects(verb) for r in self.guests.who(t)]
            yield from self._pairs("hosting: send", verb, verb, places, guests)
            return

    def _coming(self, verb: Token, comes: bool) -> Iterator[Event]:
        """«les ministres se sont réunis à Bamako», «X est arrivé à Niamey»."""
        if comes and not self._goes(verb):
            return
        places = self.venues.of(self.scene, verb) or self._there(verb)
        movers = self._subjects(verb)
        if verb.lemma_ in self.words.gather and not self._assembles(verb, movers):
            return
        if not comes and not is_passive(verb):
            movers = [*movers, *objects(verb)]
        withs = [c for case, c in obliques(verb) if case == "avec"]
        if not places:
            yield from self._talks(verb, movers, withs) if not comes else ()
            return
        guests = [r for t in (*movers, *withs) for r in self.guests.who(t) if self.guests.travels(t, r)]
        if not guests and (is_finite(verb) or has_auxiliary(verb) or not comes):
            guests = self._subject(verb)
        if not guests and not comes and is_participle(verb, "Past"):
            guests = self._of_main_clause(verb) or self.company.behind(verb)
        guests += self.company.named_with(verb)
        if verb.lemma_ in self.words.settle:
            guests = [r for r in guests if r.entity.type is ActorType.PERSON]
        yield from self._pairs("hosting: come" if comes else "hosting: meet", verb, verb, places, guests)

    def _departing(self, verb: Token) -> Iterator[Event]:
        """«X s'est envolé pour Ankara»."""
        for token in neighbours(verb, leftwards=False):
            bound = linear_case(token) in BOUND or self._heads_for(token)
            if bound and (places := self.venues.at(self.scene, token)):
                yield from self._pairs("hosting: depart", verb, verb, places[:1], self._travellers(verb))
                return

    def _heads_for(self, place: Token) -> bool:
        """«à destination de Lomé», «en direction du Caire»"""
        before = {lower(t) for t in place.doc[max(place.sent.start, place.i - 3) : place.i]}
        return bool(before & {"destination", "direction"}) and linear_case(place) == "de"

    def _speaking(self, verb: Token) -> Iterator[Event]:
        """«a déclaré à Bamako le ministre belge»: an official of another State is where he speaks."""
        for token in verb.doc[verb.i + 1 : min(verb.i + BESIDE, verb.sent.end)]:
            if linear_case(token) == "à" and (places := self.venues.at(self.scene, token)):
                if all(self.scene.state_of(m.entity) == m.entity for m in self.scene.mentions_at(token)):
                    is_city = any(m.kind is Kind.CAPITAL for m in self.scene.mentions_at(token))
                    if not is_city:
                        return
                speakers = [t for t in self._subjects(verb) if not self.guests.is_envoy(t)]
                guests = [r for t in speakers for r in self.guests.who(t) if self._acts_for_a_state(t, r)]
                yield from self._pairs("hosting: speak", verb, verb, places[:1], guests)
                return
            is_time = self.scene.is_noun(token, self.words.time | self.words.press)
            if not (is_time or token.pos_ in ("ADV", "DET", "ADP", "ADJ", "NUM", "AUX")):
                return

    def _acts_for_a_state(self, token: Token, ref: Ref) -> bool:
        """A person of whom it is known for which State he acts, or «le ministre belge»."""
        if ref.entity.type is ActorType.PERSON:
            return home_of(self.scene, ref.entity) is not None
        is_office = token.pos_ == "NOUN" and self.scene.is_noun(token, self.words.regional)
        return is_office and ref.entity.type is ActorType.STATE and not self.scene.mentions_at(token)

    def _treading(self, verb: Token) -> Iterator[Event]:
        """«l'émissaire a visité Juba», «X a quitté Kigali après un entretien»."""
        things = objects(verb)
        places = [p for t in things if not linear_case(t) for p in self.venues.at(self.scene, t)]
        if places:
            travellers = self._travellers(verb)
            if verb.lemma_ == "quitter":  # who leaves a country may be at home there
                travellers = [r for r in travellers if home_of(self.scene, r.entity) or self._is_sent(r)]
            yield from self._pairs("hosting: tread", verb, verb, places[:SITES], travellers)

    def _is_sent(self, ref: Ref) -> bool:
        return ref.entity.type is not ActorType.PERSON or self.scene.office_state(ref.entity) is not None

    def _travellers(self, verb: Token) -> list[Ref]:
        """The persons and delegations that a verb of travel is said of; no armies, no groups; the envoy of
        somebody is not the one who sent him."""
        movers = [r for t in self._subjects(verb) for r in self.guests.who(t) if self._travels_himself(t, r)]
        return movers or [r for r in self._subject(verb) if r.entity.type is ActorType.PERSON]

    def _travels_himself(self, token: Token, ref: Ref) -> bool:
        if ref.entity.type is not ActorType.PERSON:
            return self.guests.is_envoy(token) or self._acts_for_a_state(token, ref)
        return not self.guests.is_envoy(token) or all(
            linear_case(t) != "de"
            for t in token.subtree
            if any(m.entity.id == ref.entity.id for m in self.scene.mentions_at(t))
        )

    def _attending(self, verb: Token) -> Iterator[Event]:
        """«X a également assisté à cette rencontre», «Y participent A et B»: where the meeting was of which
        the text told."""
        if there := self._there(verb):
            guests = [r for t in self._subjects(verb) for r in self.guests.who(t)]
            yield from self._pairs("hosting: attend", verb, verb, there, guests or self.company.behind(verb))
            return
        for token in neighbours(verb, leftwards=False):
            if self.scene.is_noun(token, self.words.meetings) and (place := self._told(token)):
                guests = [r for t in self._subjects(verb) for r in self.guests.who(t)]
                yield from self._pairs("hosting: attend", verb, verb, [place], guests)
                return

    def _told(self, noun: Token) -> Ref | None:
        """Where «cette rencontre» or «le sommet» was, of which the text told before."""
        determiner = next((lower(c) for c in noun.children if c.dep_ == "det"), "")
        if determiner in THESE:
            return self.met.get(noun.lemma_, self.last)
        return self.met.get(noun.lemma_) if determiner in ("le", "la", "les", "l'") else None

    def _sealing(self, verb: Token) -> Iterator[Event]:
        """«X et Y ont signé vendredi à Washington un accord», «l'accord signé à Khartoum entre …»."""
        near = (*neighbours(verb, leftwards=True), *neighbours(verb, leftwards=False), *objects(verb))
        deals = [t for t in near if self.scene.is_noun(t, self.words.deals)]
        places = self.venues.of(self.scene, verb)
        if not deals or not places or (self.scene.is_noun(deals[0], TRUCES) and self._is_land(places[0])):
            return
        guests = [r for t in self._parties(verb, deals[0]) for r in self.guests.who(t)]
        for token in near:
            if lower(token) == "entre":
                guests += self.guests.between(token)
        if not guests and not is_passive(verb):
            guests = self._subject(verb)
        yield from self._pairs("hosting: seal", verb, verb, places[:1], guests)

    def _is_land(self, place: Ref) -> bool:
        """«une trêve au sud du Liban»: where it holds, and not where it was signed."""
        named = self.scene.mentions_at(self.scene.doc[place.token])
        return any(m.entity.type is ActorType.STATE and m.kind is Kind.NAME for m in named)

    def _parties(self, verb: Token, deal: Token) -> list[Token]:
        """Who signs: the subjects and who is «avec» them, of a passive the complements of the agreement."""
        if is_passive(verb):
            return [*agents(verb), *(c for case, c in nominal_complements(deal) if case in ("entre", "avec"))]
        withs = [c for case, c in (*obliques(verb), *nominal_complements(deal)) if case == "avec"]
        return [*self._subjects(verb), *withs]

    def _opening(self, participle: Token) -> Iterator[Event]:
        """«Réunis à Quito, les douze pays de X ont …», where the parser takes the first word for a name."""
        places = self.venues.of(self.scene, participle)
        guests = self.company.behind(participle) if places else []
        yield from self._pairs("hosting: meet", participle, participle, places[:1], guests)

    def _of_main_clause(self, participle: Token) -> list[Ref]:
        """«Reçu à l'Élysée, le président X a plaidé»: who the sentence is about."""
        if participle.i > participle.sent.start + 1 or participle.head is participle:
            return []
        return [r for t in self._subjects(participle.head) for r in self.guests.who(t)]

    def _assembles(self, verb: Token, movers: list[Token]) -> bool:
        """«les ministres se réunissent», «réunis à», «Paris réunit les ministres»; not «l’alliance»."""
        pronominal = any(lower(c) in ("se", "s'") for c in verb.children)
        if pronominal or is_passive(verb):
            return True
        hosts = [r.entity.type for t in movers for r in self.scene.actors(t)]
        return any(kind in (ActorType.STATE, ActorType.PERSON) for kind in hosts)

    def _goes(self, verb: Token) -> bool:
        """Is it a journey, not «se rendre compte», «venir de faire», «arriver au pouvoir», «attendre que»?"""
        children = {lower(c) for c in verb.children}
        following = {lower(t) for t in verb.doc[verb.i + 1 : verb.i + 4]}
        if "pouvoir" in following or "compte" in following:
            return False
        if verb.lemma_ == "rendre":
            return bool({"se", "s'"} & {lower(t) for t in verb.doc[max(0, verb.i - 4) : verb.i]})
        if verb.lemma_ == "attendre":
            return is_passive(verb) or (verb.pos_ == "ADJ" and has_auxiliary(verb))
        return not (verb.lemma_ == "venir" and children & {"de", "d'"} and "VERB" in _kinds(verb))

    def _being(self, verb: Token) -> Iterator[Event]:
        """«X est depuis lundi à Rabat», «C'est à Rabat que X»: a person abroad."""
        for token in verb.doc[verb.i + 1 : min(verb.i + BESIDE, verb.sent.end)]:
            if linear_case(token) in ("à", "en") and (places := self.venues.at(self.scene, token)):
                guests = self._subject(verb) or self._cleft(token)
                guests = [r for r in guests if r.entity.type is ActorType.PERSON]
                guests = [r for r in guests if home_of(self.scene, r.entity) is not None]
                officials = [t for t in direct_subjects(verb) if t.pos_ == "NOUN"]
                guests += [r for t in officials for r in self.guests.who(t) if self._acts_for_a_state(t, r)]
                yield from self._pairs("hosting: be", verb, verb, places, guests)
                return
            is_time = self.scene.is_noun(token, self.words.time)
            if not (is_time or token.pos_ in ("ADV", "DET", "ADP", "ADJ", "NUM")):
                return

    def _is_pronominal(self, verb: Token) -> bool:
        return any(lower(t) in ("se", "s'") for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i])

    def _cleft(self, place: Token) -> list[Ref]:
        following = place.doc[place.i + 1 : min(place.i + BESIDE, place.sent.end)]
        if not following or lower(following[0]) not in THAT:
            return []
        return next((refs for t in following[1:] if (refs := self.guests.who(t))), [])

    def _there(self, verb: Token) -> list[Ref]:
        """«y»: where the last meeting was, or the place named last."""
        if not any(lower(t) == "y" for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]):
            return []
        if self.last is not None:
            return [self.last]
        before = [t for t, m in self.scene.mention_tokens(max(0, verb.i - BACK), verb.i) if m]
        return next((states for t in reversed(before) if (states := self.venues.at(self.scene, t))), [])

    # --- nouns

    def _is_other(self, noun: Token) -> bool:
        """«conférence de presse», «entretien téléphonique», «rappeler pour consultations»."""
        bare_purpose = noun.i > noun.sent.start and lower(noun.nbor(-1)) == "pour"
        return bare_purpose or any(
            lower(t) in self.words.no_meeting for t in noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
        )

    def _meeting(self, noun: Token) -> Iterator[Event]:
        """«les assises de la Cédéao à Abuja», «le sommet de Lomé», «discussions avec la junte»."""
        over = verb_over(noun)
        places = self._held_at(over) or self.venues.of(self.scene, noun, named=True) or self._there_of(over)
        places = places or self._at_verb(noun)
        company = self.company.named_with(noun)
        guests = [*self._company(noun), *company]
        guests += self._organisers(noun, guests)
        if not places and (company or self._frames_act(noun)) and (told := self._told(noun)):
            places = [told]
        predicate = over[0] if over else noun
        if not places:
            if len(guests) > 1:
                self.sides[noun.lemma_] = guests
            withs = [c for case, c in nominal_complements(noun) if case == "avec"]
            yield from self._talks(noun, self._clause_subjects(noun), withs)
            return
        place = self.last = self.met[noun.lemma_] = places[0]
        doubts: frozenset[str] = frozenset()
        guests = [g for g in guests if g.token != place.token]
        guests += self._resolving(noun, place)
        if not guests:
            guests, doubts = self._told_of(noun) or self.guests.beside(noun), frozenset(("near",))
        elif len(guests) > 1:
            self.sides[noun.lemma_] = guests
        yield from self._pairs("hosting: meeting", noun, predicate, [place], guests, doubts)

    def _frames_act(self, noun: Token) -> bool:
        """«Lors de ce sommet, X a promis», «à l'issue de la réunion, X et Y ont signé»: those were there."""
        before = noun.doc[max(noun.sent.start, noun.i - BESIDE) : noun.i]
        return any(lower(t) in DURING for t in before) and not any(is_finite(t) for t in before)

    def _told_of(self, noun: Token) -> list[Ref]:
        """«Les pourparlers se tiennent à Lomé»: the sides of which the text told before."""
        is_taken_up = any(c.dep_ == "det" and lower(c) in DEFINITE for c in noun.children)
        if not is_taken_up:
            return []
        of_two = self.scene.is_noun(noun, self.words.talks)
        if known := self.sides.get(noun.lemma_):
            return known
        return self.scene.sides_before(noun) if of_two else []

    def _visit(self, noun: Token) -> Iterator[Event]:
        """«la visite d'Emmanuel Macron au Mali», «pendant son séjour au Togo»."""
        over = verb_over(noun)
        places = self.venues.of(self.scene, noun) or self._at_verb(noun)
        if not places:
            return
        guests = [r for t, r in self._complements(noun) if self.guests.travels(t, r)]
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in noun.children):
            guests += self.scene.before(noun, 1, of_clause=True)[:1]
        if not guests:
            traveller = [noun.head] if noun.dep_ == "nmod" and linear_case(noun) == "en" else []
            own = [] if self._is_of_somebody(noun) else self._clause_subjects(noun)
            subjects = traveller or own  # «X, en visite au Togo, a déclaré»
            guests = [r for t in subjects for r in self.guests.who(t)]
            guests = [r for r in guests if r.entity.type is ActorType.PERSON or r.how != "list"]
        self.last = self.met[noun.lemma_] = places[0]
        yield from self._pairs("hosting: visit", noun, over[0] if over else noun, places, guests)

    def _is_of_somebody(self, noun: Token) -> bool:
        """«la visite d'un élu à Taïwan»: of another than the subject; not «de travail», «de deux jours»."""
        return any(
            case == "de"
            and not self.scene.is_noun(child, self.words.time)
            and any(c.dep_ == "det" or lower(c) in ("du", "des") for c in child.children)
            for case, child in nominal_complements(noun)
            if child.i > noun.i and child.text.islower()
        )

    def _dealing(self, noun: Token) -> Iterator[Event]:
        """«l'accord de Lomé entre X et Y», «le traité d'Abuja, signé par X et Y»: where it was made."""
        places = self.venues.called_by(self.scene, noun)
        if not places:
            return
        guests: list[Ref] = []
        for token in neighbours(noun, leftwards=False):
            if self.scene.is_noun(token, self.words.deals):
                break
            if lower(token) == "entre":
                guests = self.guests.between(token)
                break
            if linear_case(token) == "avec":
                guests += self.guests.who(token)
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lemma_ in self.words.seal:
                sides = [*agents(child), *(c for case, c in obliques(child) if case in ("entre", "avec"))]
                guests += [r for t in sides for r in self.guests.who(t)]
        yield from self._pairs("hosting: deal", noun, noun, places, guests)

    def _seated(self, noun: Token) -> Iterator[Event]:
        """«la capitale éthiopienne accueille le siège de X», «X a ouvert un bureau à Doha»."""
        owners = [r for t, r in self._complements(noun) if r.entity.type in GROUPS]
        over = verb_over(noun)
        if over is None:
            return
        verb, role = over
        if verb.lemma_ in self.words.house and role == "object" and not is_passive(verb):
            hosts = self.venues.of_phrases(self.scene, self._subjects(verb))
            yield from self._pairs("hosting: seat", noun, verb, hosts[:1], owners)
        elif verb.lemma_ in self.words.keep:
            owners = owners or [
                r for t in self._subjects(verb) for r in self.scene.actors(t) if r.entity.type in GROUPS
            ]
            places = self.venues.of(self.scene, noun) or self.venues.of(self.scene, verb)
            yield from self._pairs("hosting: seat", noun, verb, places[:1], owners)

    def _held_at(self, over: tuple[Token, str] | None) -> list[Ref]:
        """«le sommet de la mission au Congo est prévu à Lusaka»: where the verb says, if it says it."""
        if over is None or over[1] != "subject" or over[0].lemma_ not in self.words.held | self.words.gather:
            return []
        return self.venues.of(self.scene, over[0])

    def _there_of(self, over: tuple[Token, str] | None) -> list[Ref]:
        return self._there(over[0]) if over is not None else []

    def _at_verb(self, noun: Token) -> list[Ref]:
        """«ont entamé mardi à Pretoria des discussions»: the place stands between the verb and its object."""
        places: list[Ref] = []
        for index in range(noun.i - 1, max(noun.sent.start, noun.i - REACH), -1):
            token = noun.doc[index]
            if token.pos_ in VERBAL and not self.scene.mentions_at(token):
                return places if token.lemma_ in self.words.held | self.words.hold else []
            if linear_case(token) in AT and (states := self.venues.at(self.scene, token)):
                places = states
            elif not (self.scene.is_noun(token, self.words.time) or token.pos_ in BETWEEN):
                return []
        return []

    def _returning(self, noun: Token) -> Iterator[Event]:
        """«De retour de Kigali, X a dit»."""
        for token in noun.doc[noun.i + 1 : min(noun.i + BESIDE, noun.sent.end)]:
            if linear_case(token) == "de" and (places := self.venues.at(self.scene, token)):
                people = [r for t in self._clause_subjects(noun) for r in self.guests.who(t)]
                people = [r for r in people if r.entity.type is ActorType.PERSON]
                yield from self._pairs("hosting: return", noun, noun, places[:1], people)
                return

    def _complements(self, noun: Token) -> list[tuple[Token, Ref]]:
        """Who is named behind a noun with «de», «entre», «avec», by the parse or by the words."""
        found = [
            (child, ref)
            for case, child in nominal_complements(noun)
            if case in WITH and child.i > noun.i
            for ref in self.guests.who(child)
        ]
        for token in neighbours(noun, leftwards=False):
            if lower(token) == "entre":
                return [*found, *((token, ref) for ref in self.guests.between(token))]
            if found and linear_case(token) not in ("entre", "avec"):
                continue
            if linear_case(token) in WITH and self.guests.attached(noun, token):
                found += [(token, ref) for ref in self.guests.who(token)]
        return found

    def _company(self, noun: Token) -> list[Ref]:
        guests = [r for _, r in self._complements(noun)]
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lemma_ in self.words.gather:
                guests += [r for t in objects(child) for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and child.lemma_ in self.words.held:  # «qui se tenaient avec X»
                withs = (c for case, c in obliques(child) if case in ("avec", "entre"))
                guests += [r for t in withs for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and any(lower(c) in AT_WHICH for c in child.children):
                guests += self._attendants(child)
            guests += self.guests.qualifying(child)
        return guests

    def _attendants(self, verb: Token) -> list[Ref]:
        """«la réunion, à laquelle assistaient X et Y», «à laquelle ont pris part X et Y»: who stands behind
        the verb, whatever the parser makes of them."""
        if verb.lemma_ not in self.words.attend and not any(lower(c) in TAKING_PART for c in verb.children):
            return []
        behind = (c for c in verb.children if c.i > verb.i and c.pos_ in NAMING and not case_of(c))
        return [r for t in behind if lower(t) not in TAKING_PART for r in self.guests.who(t)]

    def _organisers(self, noun: Token, known: list[Ref]) -> list[Ref]:
        """Who takes part by the verb over a meeting: «X participe au sommet», «le sommet réunit X»."""
        over = verb_over(noun)
        if over is not None:
            verb, role = over
            if role == "subject":
                gathers = verb.lemma_ in self.words.gather
                found = [r for t in objects(verb) for r in self.guests.who(t)] if gathers else []
                return found + [
                    r for case, c in obliques(verb) if case in ("avec", "entre") for r in self.guests.who(c)
                ]
            if role == "object" and verb.lemma_ not in self.words.held | self.words.hold:
                return []
        if known and over is None and not any(c.dep_ == "cop" for c in noun.children):
            return []
        return [r for t in self._clause_subjects(noun) for r in self.guests.who(t)]

    def _resolving(self, noun: Token, place: Ref) -> list[Ref]:
        """«la rencontre d'Accra, où elles ont signé»: the subject of «où» was there."""
        for token in noun.doc[place.token + 1 : min(place.token + BESIDE, noun.sent.end)]:
            if lower(token) == "où":
                for later in noun.doc[token.i + 1 : min(token.i + BESIDE + 1, noun.sent.end)]:
                    if lower(later) in ("ils", "elles") and self.present:
                        return self.present
                    if refs := self.guests.who(later):
                        return refs
                    if is_finite(later):
                        return []
        return []

    def _talks(self, trigger: Token, sides: list[Token], others: list[Token]) -> Iterator[Event]:
        """Envoys from abroad who talk with the government of a State are there."""
        sides = sides + others
        for visitor in sides:
            if not self.guests.is_envoy(visitor):
                continue
            guests = [r for r in self.guests.who(visitor) if r.entity.type is not ActorType.STATE]
            hosts = [
                r
                for t in sides
                if t is not visitor and "government" in self.scene.noun_classes(t)
                for r in self.scene.actors(t)
                if r.entity.type is ActorType.STATE
            ]
            yield from self._pairs("hosting: talks", trigger, trigger, hosts[:1], guests)
            return

    # --- who

    def _taking_part(self, token: Token) -> list[Ref]:
        if self.scene.is_noun(token, self.words.meetings | self.words.visits):
            return self._company(token)
        return [r for r in self.guests.who(token) if self.guests.travels(token, r)]

    def _hosts(self, tokens: Iterable[Token]) -> list[Ref]:
        found = []
        for token in tokens:
            for ref in self.scene.actors(token):
                state = home_of(self.scene, ref.entity)
                if state is not None:
                    found.append(Ref(state, ref.token, ref.how))
        return found

    def _subjects(self, verb: Token) -> list[Token]:
        found = direct_subjects(verb) or self.matcher.logical_subjects(self.scene, verb)
        said_of_noun = verb.dep_ == "acl" and is_participle(verb, "Past") and verb.head.i < verb.i
        return found or ([verb.head] if said_of_noun else [])

    def _subject(self, verb: Token) -> list[Ref]:
        """The nearest actor before a verb in the order of the words."""
        relative = False
        for token in neighbours(verb, leftwards=True):
            relative = relative or lower(token) == "qui"
            if not linear_case(token) or (relative and self.scene.mentions_at(token)):
                first = first_conjunct(token)
                refs = [r for r in self.guests.who(first) if self.guests.travels(token, r)]
                if refs:
                    return refs
        return []

    def _clause_subjects(self, noun: Token) -> list[Token]:
        """The subjects of the verb over a noun, through the nouns between them: «en marge d'une réunion»;
        of the noun itself where it is said of somebody: «X est en visite»."""
        if any(c.dep_ == "cop" for c in noun.children):
            return direct_subjects(noun)
        for steps, head in enumerate(governors(noun)):
            if head.pos_ == "VERB":
                if is_passive(head) and head.lemma_ in self.words.held:
                    return []
                found = self._subjects(head)
                return [t for t in found if t.i != noun.i and noun not in t.subtree]
            if steps >= CLIMB:
                return []
        return []

    def _pairs(
        self,
        rule: str,
        trigger: Token,
        predicate: Token,
        hosts: list[Ref],
        guests: list[Ref],
        doubts: frozenset[str] = frozenset(),
    ) -> Iterator[Event]:
        if len(hosts) > SITES and len(guests) > SITES:
            return  # no gathering is in many States at once: the places belong to something else
        seen: set[tuple[str, str]] = set()
        self.present += guests
        for host in hosts:
            for guest in guests:
                home = home_of(self.scene, guest.entity) if guest.entity.type is ActorType.PERSON else None
                ids = {guest.entity.id, home.id if home else guest.entity.id}
                pair = host.entity.id, guest.entity.id
                if host.entity.id in ids or pair in seen:
                    continue
                flees = trigger.lemma_ in self.words.flight
                is_person = guest.entity.type is ActorType.PERSON
                if is_person and not flees and is_at_home(self.scene, guest.entity, host.entity):
                    continue
                seen.add(pair)
                yield Event(rule, "hosted", trigger, predicate, host, guest, doubts)


def _kinds(verb: Token) -> set[str]:
    return {c.pos_ for c in verb.children if c.i > verb.i}
