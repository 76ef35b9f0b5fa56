"""Journeys: who visits, leaves for, comes back from or speaks in another State, and is its guest."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    THAT,
    direct_subjects,
    has_avoir,
    is_finite,
    is_passive,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.guests import home_of, nationalities
from sahelgraph.extract.hosting_parts import LEG, REACH, HostingPart
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import POSSESSIVES, Ref
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

BOUND = frozenset(("pour", "vers"))
BESIDE = 6
SELF = frozenset(("lui", "elle", "eux", "elles"))
"""«X, qui est lui aussi à Lomé»"""
SITES = 2
MISSION = frozenset(("mission",))
FRONT = 5
PRESS = 3
SOIL = frozenset(("sol", "territoire"))


class Journeys(HostingPart):
    """Finds who hosted whom on a journey."""

    def sending(self, verb: Token) -> Iterator[Event]:
        """«a dépêché son ministre à Alger», «envoie des émissaires à Lomé»."""
        places = self.venues.of(self.scene, verb) or self.there(verb)
        things = direct_subjects(verb) if is_passive(verb) else objects(verb)
        for thing in things:
            guests = [r for r in self.guests.who(thing) if self.guests.travels(thing, r)]
            if not guests and self.scene.is_noun(thing, self.words.envoys | self.words.regional):
                guests = [r for t in self.subjects(verb) for r in self.guests.who(t)]
            yield from self.hosted("hosting: send", verb, verb, places, guests)
            return

    def departing(self, verb: Token) -> Iterator[Event]:
        """«X s'est envolé pour Ankara»."""
        if places := self._bound_for(verb):
            yield from self.hosted("hosting: depart", verb, verb, places, self._travellers(verb))

    def _bound_for(self, word: Token) -> list[Ref]:
        """«s'envoler pour Ankara», «un voyage à destination de Lomé»: the State of the first such place."""
        for token in neighbours(word, leftwards=False):
            bound = linear_case(token) in BOUND or self._heads_for(token)
            if bound and (places := self.venues.at(self.scene, token)):
                return places[:1]
        return []

    def _heads_for(self, place: Token) -> bool:
        """«à destination de Lomé», «en direction du Caire»"""
        before = {lower(t) for t in place.doc[max(place.sent.start, place.i - 3) : place.i]}
        return bool(before & {"destination", "direction"}) and linear_case(place) == "de"

    def speaking(self, verb: Token) -> Iterator[Event]:
        """«a déclaré à Bamako le ministre belge»: an official of another State is where he speaks."""
        for token in verb.doc[verb.i + 1 : min(verb.i + BESIDE, verb.sent.end)]:
            if linear_case(token) == "à" and (places := self.venues.at(self.scene, token)):
                if all(self.scene.state_of(m.entity) == m.entity for m in self.scene.mentions_at(token)):
                    is_city = any(m.kind is Kind.CAPITAL for m in self.scene.mentions_at(token))
                    if not is_city:
                        return
                speakers = [t for t in self.subjects(verb) if not self.guests.is_envoy(t)]
                guests = [r for t in speakers for r in self.guests.who(t) if self.acts_for_a_state(t, r)]
                yield from self.hosted("hosting: speak", verb, verb, places[:1], guests)
                return
            is_time = self.scene.is_noun(token, self.words.time | self.words.press)
            if not (is_time or token.pos_ in ("ADV", "DET", "ADP", "ADJ", "NUM", "AUX")):
                return

    def speaking_from(self, verb: Token) -> Iterator[Event]:
        """«X a appelé au calme depuis Le Caire», «A Sotchi, X a promis»: a person in a city abroad."""
        for token in verb.sent:
            in_front = token.i < verb.i and token.i - verb.sent.start < FRONT
            at_front = in_front and (
                linear_case(token) == "à" or (token.i > 0 and lower(token.nbor(-1)) == "a")
            )
            if linear_case(token) != "depuis" and not at_front:
                continue
            if in_front and (lower(token.nbor()) != "," or _other_clause(token, verb)):
                continue
            is_city = any(m.kind is Kind.CAPITAL for m in self.scene.mentions_at(token))
            if (is_city or self.scene.places(token)) and (places := self.venues.at(self.scene, token)):
                guests = [r for t in self.subjects(verb) for r in self.guests.who(t)]
                guests = [r for r in guests if r.entity.type is ActorType.PERSON and self._is_sent(r)]
                yield from self.hosted("hosting: speak", verb, verb, places[:1], guests)
                return

    def briefing(self, noun: Token) -> Iterator[Event]:
        """«Lors d'une conférence de presse à Nairobi, X a promis»: a person who acts for another State."""
        for token in noun.doc[noun.i + PRESS : min(noun.i + PRESS + BESIDE, noun.sent.end)]:
            if linear_case(token) == "à" and (places := self.venues.at(self.scene, token)):
                speakers = self.clause_subjects(noun)
                guests = [
                    r
                    for t in speakers
                    for r in self.guests.who(t)
                    if self.guests.is_envoy(t) or self.acts_for_a_state(t, r)
                ]
                yield from self.hosted("hosting: speak", noun, noun, places[:1], guests)
                return
            is_time = self.scene.is_noun(token, self.words.time)
            if not is_time and token.pos_ not in ("ADV", "DET", "ADP", "ADJ", "NUM"):
                return

    def treading(self, verb: Token) -> Iterator[Event]:
        """«l'émissaire a visité Juba», «X a quitté Kigali après un entretien»."""
        things = objects(verb)
        behind = verb.nbor() if verb.i + 1 < verb.sent.end else verb
        things = [behind, *things] if self.scene.mentions_at(behind) else things
        places = [p for t in things if not linear_case(t) for p in self.venues.at(self.scene, t)]
        soil = (t for t in things if lower(t) in SOIL)  # «a foulé le sol togolais»
        places = places or [r for t in soil for r in nationalities(self.scene, t)]
        if places:
            travellers = self._travellers(verb)
            if verb.lemma_ == "quitter":  # who leaves a country may be at home there
                travellers = [r for r in travellers if home_of(self.scene, r.entity) or self._is_sent(r)]
            yield from self.hosted("hosting: tread", verb, verb, places[:SITES], travellers)

    def passing(self, verb: Token) -> Iterator[Event]:
        """«X est passé vendredi par Kigali»: a person or an official, in a city or a State."""
        if has_avoir(verb):
            return
        for token in neighbours(verb, leftwards=False):
            if linear_case(token) == "par" and (places := self.venues.at(self.scene, token)):
                yield from self.hosted("hosting: pass", verb, verb, places[:1], self._travellers(verb))
                return

    def dispatch(self, noun: Token) -> Iterator[Event]:
        """«X a décidé l'envoi à Niamey d'une mission», «le départ d'une délégation de X pour Lomé»."""
        envoys = [t for t in neighbours(noun, leftwards=False) if self.guests.is_envoy(t)]
        if not envoys or linear_case(envoys[0]) != "de" or self._is_armed(envoys[0]):
            return
        places = self.venues.of(self.scene, noun) or self._bound_for(noun)
        guests = self.guests.who(envoys[0]) or [
            r for t in self.clause_subjects(noun) for r in self.guests.who(t)
        ]
        yield from self.hosted("hosting: send", noun, noun, places[:1], guests)

    def _is_armed(self, envoy: Token) -> bool:
        """«une mission militaire», «une mission de maintien de la paix»: no envoys."""
        behind = envoy.doc[envoy.i + 1 : min(envoy.i + BESIDE, envoy.sent.end)]
        is_mission = self.scene.is_noun(envoy, MISSION)
        return is_mission and not any(lower(t) in self.words.civil for t in behind)

    def _is_sent(self, ref: Ref) -> bool:
        if ref.entity.type is not ActorType.PERSON:
            return True
        served = self.scene.office_state(ref.entity)
        return served is not None and served.type is not ActorType.ARMED_GROUP

    def _travellers(self, verb: Token) -> list[Ref]:
        """The persons and delegations that a verb of travel is said of; no armies, no groups; the envoy of
        somebody is not the one who sent him."""
        movers = [r for t in self.subjects(verb) for r in self.guests.who(t) if self._travels_himself(t, r)]
        if movers or any(c.dep_ == "mark" for c in verb.children):
            return movers  # «a vu X avant de gagner Lomé»: not X
        return [r for r in self.nearest_subject(verb) if r.entity.type is ActorType.PERSON]

    def _travels_himself(self, token: Token, ref: Ref) -> bool:
        if ref.entity.type is not ActorType.PERSON:
            return self.guests.is_envoy(token) or self.acts_for_a_state(token, ref)
        return not self.guests.is_envoy(token) or all(
            linear_case(t) != "de"
            for t in token.subtree
            if any(m.entity.id == ref.entity.id for m in self.scene.mentions_at(t))
        )

    def being(self, verb: Token) -> Iterator[Event]:
        """«X est depuis lundi à Rabat», «C'est à Rabat que X», «Depuis Rabat, où il est»: a person abroad."""
        if places := self.venues.relative(self.scene, verb):
            before = verb.doc[verb.sent.start : verb.i]
            of_clause = [r for t in direct_subjects(verb) for r in self.guests.who(t)]
            of_main = [r for t in before if self.scene.mentions_at(t) for r in self._subject_over(t)]
            people = [r for r in of_clause or of_main if r.entity.type is ActorType.PERSON]
            yield from self.hosted("hosting: be", verb, verb, places[:1], people)
            return
        for token in verb.doc[verb.i + 1 : min(verb.i + BESIDE, verb.sent.end)]:
            if linear_case(token) in ("à", "en") and (places := self.venues.at(self.scene, token)):
                said = verb.head if verb.dep_ == "cop" and lower(verb.head) in SELF else verb
                guests = self._persons_said(said) or self._before_relative(verb)
                guests = guests or self.nearest_subject(verb) or self._cleft(token)
                guests = [r for r in guests if r.entity.type is ActorType.PERSON]
                if not any(home_of(self.scene, r.entity) for r in guests):
                    guests = []
                officials = [t for t in direct_subjects(verb) if t.pos_ == "NOUN"]
                guests += [
                    r
                    for t in officials
                    for r in self.guests.who(t)
                    if self.acts_for_a_state(t, r) or self.guests.is_envoy(t)
                ]
                yield from self.hosted("hosting: be", verb, verb, places, guests)
                return
            is_time = self.scene.is_noun(token, self.words.time) or lower(token) in SELF
            if not (is_time or token.pos_ in ("ADV", "DET", "ADP", "ADJ", "NUM")):
                return

    def _subject_over(self, place: Token) -> list[Ref]:
        return [r for t in direct_subjects(place.head) for r in self.guests.who(t)]

    def _persons_said(self, verb: Token) -> list[Ref]:
        refs = [r for t in self.subjects(verb) for r in self.guests.who(t)]
        return [r for r in refs if r.entity.type is ActorType.PERSON]

    def _before_relative(self, verb: Token) -> list[Ref]:
        """«X, qui était à Lomé»: the person named right before «qui»."""
        near = verb.doc[max(verb.sent.start + 1, verb.i - BESIDE) : verb.i]
        which = next((t for t in reversed(near) if lower(t) == "qui"), None)
        if which is None:
            return []
        name = which.nbor(-2) if which.nbor(-1).text == "," and which.i > 1 else which.nbor(-1)
        return [r for r in self.guests.who(name) if r.entity.type is ActorType.PERSON]

    def _cleft(self, place: Token) -> list[Ref]:
        following = place.doc[place.i + 1 : min(place.i + BESIDE, place.sent.end)]
        if not following or lower(following[0]) not in THAT:
            return []
        return next((refs for t in following[1:] if (refs := self.guests.who(t))), [])

    def visit(self, noun: Token) -> Iterator[Event]:
        """«la visite d'Emmanuel Macron au Mali», «pendant son séjour au Togo»."""
        over = verb_over(noun)
        makes = over is not None and over[1] == "object" and over[0].lemma_ == "faire"
        places = self.venues.of(self.scene, noun, named=makes)  # «faire le voyage de Lomé»
        places = places or self.at_verb(noun) or self._bound_for(noun)
        if not places and makes and "le" in {lower(c) for c in noun.children}:  # «ont fait le déplacement»
            places = self.lately(noun)
        if not places:
            yield from self._visit_paid(over[0]) if over and over[0].lemma_ == "rendre" else ()
            yield from self._visit_made(noun)
            return
        complements = [] if makes else self.complements(noun)
        guests = [r for t, r in complements if self.guests.travels(t, r)]
        if any(c.dep_ == "det" and lower(c) in POSSESSIVES for c in noun.children):
            guests += self.scene.before(noun, 1, of_clause=True)[:1]
        guests = guests or self._antecedent(noun)
        if not guests:
            is_apposed = noun.dep_ == "nmod" and linear_case(noun) == "en"
            traveller = [noun.head] if is_apposed or _is_bare(noun) else []
            own = [] if self._is_of_somebody(noun) else self.clause_subjects(noun) or direct_subjects(noun)
            subjects = traveller or own  # «X, en visite au Togo, a déclaré»
            guests = [r for t in subjects for r in self.guests.who(t)]
            guests = [r for r in guests if r.entity.type is ActorType.PERSON or r.how != "list"]
        self.told.last = self.told.met[noun.lemma_] = places[0]
        predicate = over[0] if over else noun
        yield from self.hosted("hosting: visit", noun, predicate, places, guests)
        if legs := self.venues.legs(self.scene, places, onward=False, listed=True):
            yield from self.hosted(LEG, noun, predicate, legs, guests)

    def _visit_paid(self, verb: Token) -> Iterator[Event]:
        """«X a rendu visite à son homologue togolais»: at whose home the State is where he was."""
        visited = [c for case, c in obliques(verb) if case == "à"]
        met = [(t, r) for t in visited for r in self.guests.who(t) if self.guests.travels(t, r)]
        homes = [Ref(home, r.token, r.how) for _, r in met if (home := home_of(self.scene, r.entity))]
        guests = [r for t in self.subjects(verb) for r in self.guests.who(t) if self.guests.travels(t, r)]
        yield from self.hosted("hosting: visit", verb, verb, homes[:1], guests)

    def _visit_made(self, noun: Token) -> Iterator[Event]:
        """«C'est la première visite que X effectue à Lomé»: as the relative clause behind says."""
        end = noun.sent.end
        which = next((t for t in noun.doc[noun.i + 1 : min(noun.i + BESIDE, end)] if lower(t) in THAT), noun)
        if which is noun:
            return
        verb = next((t for t in noun.doc[which.i + 1 : end] if t.lemma_ in self.words.hold), None)
        if verb is None or not (places := self.venues.of(self.scene, verb)):
            return
        near = noun.doc[which.i + 1 : min(verb.i + REACH, end)]
        able = (
            [r for r in self.guests.who(t) if self.guests.travels(t, r)] for t in near if not linear_case(t)
        )
        yield from self.hosted("hosting: visit", noun, verb, places[:1], next(filter(None, able), []))

    def _antecedent(self, noun: Token) -> list[Ref]:
        """«X, dont l'arrivée à Lomé est prévue»"""
        for token in noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]:
            if lower(token) == "dont":
                before = noun.doc[max(noun.sent.start, token.i - 2) : token.i]
                named = (r for t in reversed(before) for r in self.guests.who(t))
                return [r for r in named if r.entity.type is ActorType.PERSON][:1]
        return []

    def _is_of_somebody(self, noun: Token) -> bool:
        """«la visite d'un élu à Taïwan»: of another than the subject; not «de travail», «de deux jours»."""
        return any(
            case == "de"
            and not self.scene.is_noun(child, self.words.time | self.words.visits)
            and any(c.dep_ == "det" or lower(c) in ("du", "des") for c in child.children)
            for case, child in nominal_complements(noun)
            if child.i > noun.i and child.text.islower()
        )

    def returning(self, noun: Token) -> Iterator[Event]:
        """«De retour de Kigali, X a dit»."""
        for token in noun.doc[noun.i + 1 : min(noun.i + BESIDE, noun.sent.end)]:
            if linear_case(token) == "de" and (places := self.venues.at(self.scene, token)):
                people = [r for t in self.clause_subjects(noun) for r in self.guests.who(t)]
                people = [r for r in people if r.entity.type is ActorType.PERSON]
                yield from self.hosted("hosting: return", noun, noun, places[:1], people)
                return


def _is_bare(noun: Token) -> bool:
    """«X, arrivée lundi à Lomé»: a participle that the parser takes for a noun."""
    after_comma = noun.i > noun.sent.start and noun.nbor(-1).text == ","
    return after_comma and noun.dep_ in ("conj", "appos", "nmod") and noun.head.i < noun.i


def _other_clause(place: Token, verb: Token) -> bool:
    """«A Kidal, tout va bien, a dit X»: of another verb; not «A Lomé, où il est arrivé, X a dit»."""
    between = place.doc[place.i + 1 : verb.i]
    if len(between) > 1 and lower(between[1]) == "où":
        return False
    return any(is_finite(t) and not t.dep_.startswith("aux") for t in between)
