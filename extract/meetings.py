"""Meetings with their guests, by their nouns: «les assises de la Cédéao à Abuja», «le sommet de Lomé»."""

from __future__ import annotations

from collections.abc import Iterator

from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    is_finite,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.hosting_parts import REACH
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.meeting_parts import MeetingPart
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import MODAL, stage_of
from sahelgraph.ontology.claims import ActorType

MEDIA = word_set("meetings", "media")
GRANTED = frozenset(("accordé", "accordée", "donné", "donnée"))
INTERVIEW = 12
PARTICIPANTS = word_set("meetings", "among")
CALLING = frozenset(("appeler", "exhorter", "inviter", "inciter", "encourager", "pousser", "renoncer"))
BESIDE = 6
DURING = frozenset(("lors", "issue", "terme", "cours", "pendant", "durant", "occasion", "marge", "sortie"))
"""Words of the prepositions for what happens at a meeting: «lors de», «à l'issue de»."""


class Meetings(MeetingPart):
    """Finds who hosted whom by nouns for meetings."""

    def is_other(self, noun: Token) -> bool:
        """«conférence de presse», «entretien téléphonique», «rappeler pour consultations», «a appelé X au
        dialogue»."""
        bare_purpose = noun.i > noun.sent.start and lower(noun.nbor(-1)) == "pour"
        return (
            bare_purpose
            or self._is_asked_for(noun)
            or self._is_interview(noun)
            or any(
                lower(t) in self.words.no_meeting
                for t in noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
            )
        )

    def _is_interview(self, noun: Token) -> bool:
        """«un entretien accordé au quotidien X», «à la version arabe de la chaîne X»."""
        behind = noun.doc[noun.i + 1 : min(noun.i + INTERVIEW, noun.sent.end)]
        granted = next((t for t in behind if lower(t) in GRANTED), None)
        return granted is not None and any(self.scene.is_noun(t, MEDIA) for t in behind if t.i > granted.i)

    def _is_asked_for(self, noun: Token) -> bool:
        before = noun.doc[noun.sent.start : noun.i] if linear_case(noun) == "à" else ()
        verb = next((t for t in reversed(before) if is_finite(t) or t.lemma_ in CALLING), None)
        return verb is not None and verb.lemma_ in CALLING

    def meeting(self, noun: Token) -> Iterator[Event]:
        """«les assises de la Cédéao à Abuja», «le sommet de Lomé», «discussions avec la junte»."""
        over = self._held_by(noun)
        places = self._held_at(over) or self.venues.of(self.scene, noun, named=True) or self._there_of(over)
        places = places or self.at_verb(noun)
        company = self.company.named_with(noun)
        before = self.sides_told(noun) if company else []
        sides = self.sides(noun) or [r for r in before if r.entity.type is not ActorType.PERSON]
        guests = [*sides, *company]
        guests += self._organisers(noun, guests) or self._in_private(noun)
        if not places and (company or self._frames_act(noun)) and (told := self.place_told(noun)):
            places = [told]
        if not places and over is not None and over[1] == "subject" and over[0].lemma_ in self.words.gather:
            places = self.told_just_before(noun)
        if not places and company and over is not None and over[0].lemma_ in self.words.held:
            places = self.told_just_before(noun)
        predicate = over[0] if over else _staging(noun)
        if not places:
            if len(guests) > 1:
                self.told.sides[noun.lemma_] = guests
            withs = [c for case, c in nominal_complements(noun) if case == "avec"]
            yield from self.talks(noun, self.clause_subjects(noun), withs)
            return
        place = self.told.last = self.told.met[noun.lemma_] = places[0]
        self.told.named_lately = place, noun.sent.end
        doubts: frozenset[str] = frozenset()
        guests = [g for g in guests if g.token != place.token]
        guests += self._resolving(noun, place)
        if not guests and self._counts_guests(noun):
            guests = self.company.spelled_out(noun)
        if not guests:
            near = self.sides_told(noun) or self.guests.beside(noun)
            guests, doubts = [g for g in near if not self.guests.only_speaks(g, noun)], frozenset(("near",))
        elif len(guests) > 1:
            self.told.sides[noun.lemma_] = guests
        yield from self.hosted("hosting: meeting", noun, predicate, [place], guests, doubts)

    def _counts_guests(self, noun: Token) -> bool:
        """«Le sommet de Lomé s'est limité à trois participants : A, B et C»"""
        colon = next((t for t in noun.doc[noun.i : noun.sent.end] if t.text == ":"), noun)
        return any(lower(t) in PARTICIPANTS for t in noun.doc[max(noun.i, colon.i - BESIDE) : colon.i])

    def _in_private(self, noun: Token) -> list[Ref]:
        """«X et Y en tête-à-tête à Lomé»: the names right before, where a headline has no verb."""
        found: list[Ref] = []
        if linear_case(noun) != "en" or any(is_finite(t) for t in noun.sent):
            return []
        for token in reversed(noun.doc[noun.sent.start : noun.i - 1]):
            if named := self.scene.mentions_at(token):
                found += [Ref(m.entity, token.i, "name") for m in named]
            elif token.text not in ("et", ","):
                break
        return found if len(found) > 1 else []

    def _held_by(self, noun: Token) -> tuple[Token, str] | None:
        """The verb over a meeting; behind one of will or duty, what is willed: «devrait avoir lieu»."""
        over = verb_over(noun)
        if over is None or over[0].lemma_ not in MODAL:
            return over
        willed = (c for c in over[0].children if c.dep_ == "xcomp" and c.lemma_ in self.words.held)
        return next(((c, over[1]) for c in willed), over)

    def _held_at(self, over: tuple[Token, str] | None) -> list[Ref]:
        """«le sommet de la mission au Congo est prévu à Lusaka»: where the verb says, if it says it."""
        if over is None or over[1] != "subject" or over[0].lemma_ not in self.words.held | self.words.gather:
            return []
        return self.venues.of(self.scene, over[0])

    def _there_of(self, over: tuple[Token, str] | None) -> list[Ref]:
        return self.there(over[0]) if over is not None else []

    def _frames_act(self, noun: Token) -> bool:
        """«Lors de ce sommet, X a promis», «à l'issue de la réunion, X et Y ont signé»: those were there."""
        before = noun.doc[max(noun.sent.start, noun.i - BESIDE) : noun.i]
        return any(lower(t) in DURING for t in before) and not any(is_finite(t) for t in before)

    def _organisers(self, noun: Token, known: list[Ref]) -> list[Ref]:
        """Who takes part by the verb over a meeting: «X participe au sommet», «le sommet réunit X»."""
        over = self._held_by(noun)
        if over is not None:
            verb, role = over
            if role == "subject":
                gathers = verb.lemma_ in self.words.gather
                found = [r for t in objects(verb) for r in self.guests.who(t)] if gathers else []
                if not known and (between := self._between(verb)):
                    return between
                return found + [
                    r for case, c in obliques(verb) if case in ("avec", "entre") for r in self.guests.who(c)
                ]
            if role == "object" and verb.lemma_ not in self.words.held | self.words.hold:
                return []
        if self._is_reported(noun):
            return []
        if known and over is None and not any(c.dep_ == "cop" for c in noun.children):
            framed = self.clause_subjects(noun) if self._frames_act(noun) else []
            return [r for t in framed for r in self.officials(t)]
        return [r for t in self.clause_subjects(noun) for r in self.guests.who(t)]

    def _is_reported(self, noun: Token) -> bool:
        """«X a fait état de réunions à R»"""
        before = noun.doc[max(noun.sent.start, noun.i - BESIDE) : noun.i]
        state = next((t for t in before if lower(t) == "état" and t.i > noun.sent.start), None)
        return state is not None and state.nbor(-1).lemma_ == "faire"

    def _between(self, verb: Token) -> list[Ref]:
        """«Des discussions ont repris à Lomé, en présence de Z, entre X et Y»"""
        end = min(verb.i + REACH, verb.sent.end)
        prepositions = (t for t in verb.doc[verb.i + 1 : end] if lower(t) == "entre")
        return next((self.guests.between(t) for t in prepositions), [])

    def _resolving(self, noun: Token, place: Ref) -> list[Ref]:
        """«la rencontre d'Accra, où elles ont signé»: the subject of «où» was there."""
        for token in noun.doc[place.token + 1 : min(place.token + BESIDE, noun.sent.end)]:
            if lower(token) == "où":
                for later in noun.doc[token.i + 1 : min(token.i + BESIDE + 1, noun.sent.end)]:
                    if lower(later) in ("ils", "elles") and self.told.present:
                        return self.told.present
                    if refs := self.guests.who(later):
                        return refs
                    if is_finite(later):
                        return []
        return []


def _staging(meeting: Token) -> Token:
    """What says when a place is «le théâtre» of a meeting or «sert de cadre» to it; else the meeting."""
    stage = stage_of(meeting)
    over = verb_over(stage) if stage is not None else None
    return over[0] if over is not None else stage or meeting
