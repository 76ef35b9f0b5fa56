"""Meetings with their guests: summits that somebody receives, holds or attends, talks of envoys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.asking import HELP
from sahelgraph.extract.events import Event
from sahelgraph.extract.grammar import (
    DEFINITE,
    NAMING,
    THESE,
    agents,
    case_of,
    direct_subjects,
    has_auxiliary,
    has_avoir,
    is_finite,
    is_infinitive,
    is_negated,
    is_participle,
    is_passive,
    is_pronominal,
    linear_case,
    lower,
    nominal_complements,
    objects,
    obliques,
    verb_over,
)
from sahelgraph.extract.guests import home_of
from sahelgraph.extract.hosting_parts import REACH, HostingPart
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.matching import neighbours
from sahelgraph.extract.mentions import Kind
from sahelgraph.extract.scene import Ref
from sahelgraph.extract.trees import Token
from sahelgraph.extract.venues import AT, MODAL, OF_THE_VERB, stage_of
from sahelgraph.ontology.claims import ActorType

AT_WHICH = frozenset(("auquel", "laquelle", "auxquels", "auxquelles"))
LOCAL = frozenset(("rencontrer",))
"""«X est allé à Lomé, où il a rencontré Y»: Y may be at home there."""
TAKING_PART = word_set("meetings", "taking_part")
MEDIA = word_set("meetings", "media")
GRANTED = frozenset(("accordé", "accordée", "donné", "donnée"))
INTERVIEW = 12
PARTICIPANTS = word_set("meetings", "among")
GENERAL = ("sommet", "réunion", "rencontre", "conférence")
CALLING = frozenset(("appeler", "exhorter", "inviter", "inciter", "encourager", "pousser", "renoncer"))
ONESELF = frozenset(("se", "s'", "me", "m'", "nous"))
WELCOMING = word_set("meetings", "welcoming")
ARRIVING = frozenset(("arriver", "attendre"))
LEG = "hosting: leg"
BESIDE = 6
DURING = frozenset(("lors", "issue", "terme", "cours", "pendant", "durant", "occasion", "marge", "sortie"))
"""Words of the prepositions for what happens at a meeting: «lors de», «à l'issue de»."""


class Meetings(HostingPart):
    """Finds who hosted whom at meetings."""

    # --- verbs

    def receiving(self, verb: Token) -> Iterator[Event]:
        """«Niamey accueille le sommet de l'AES», «reçu à Alger par le président algérien»."""
        passive = is_passive(verb)
        if not passive and self.has_object_pronoun(verb):
            return
        if lower(verb.nbor()) in WELCOMING or (lower(verb.nbor()) == "avec" and not passive):
            return  # «a accueilli favorablement l'offre de X», «a accueilli avec joie»
        received = direct_subjects(verb) if passive else objects(verb)
        if not passive and received and all(t.pos_ == "NUM" for t in received):  # «abritera les 3 et 4 mai»
            behind = (t for t in neighbours(verb, leftwards=False) if not linear_case(t))
            received = [t for t in behind if self.scene.is_noun(t, self.words.meetings)][:1]
        if any(self.scene.is_noun(t, HELP) for t in received):
            return  # «a reçu des renforts de X»
        guests = [r for t in received for r in self._taking_part(t)]
        if guests and not passive:  # «a convié le Maroc et le Front X»: groups among States
            guests += [r for t in received for r in self.guests.who(t) if r.how in ("name", "list")]
        if passive and not guests:
            guests = self.nearest_subject(verb) or self.of_main_clause(verb)
        if not passive and not guests:
            guests = self.company.behind(verb)
        guests += self.company.named_with(verb)
        places = self.venues.of(self.scene, verb) or self.there(verb)
        receivers = agents(verb) if passive else self.subjects(verb)
        hosts = self._hosts(receivers) or self.venues.of_phrases(self.scene, receivers)
        if verb.lemma_ == "organiser" and not self._is_of_meeting(verb):
            return
        self.told.present += [r for t in receivers for r in self.scene.actors(t)]
        if verb.lemma_ in self.words.receive_at:
            near_meeting = any(
                self.scene.is_noun(t, self.words.meetings) for t in neighbours(verb, leftwards=False)
            )
            asks = any(t.pos_ == "VERB" and linear_case(t) == "à" for t in verb.children)
            if not places and (asks or not near_meeting):
                guests = [] if asks else self._sheltered(verb, received)
        if places and (not hosts or passive):
            hosts = places
        if places or verb.lemma_ not in self.words.shelter:  # «A et B abritent X»: each does
            hosts = hosts[:1]
        for noun in received if hosts else ():
            if self.scene.is_noun(noun, self.words.meetings):
                self.told.last = self.told.met[noun.lemma_] = hosts[0]
        yield from self.hosted("hosting: receive", verb, verb, hosts, guests)

    def _sheltered(self, verb: Token, received: list[Token]) -> list[Ref]:
        """«héberger des cadres de X», «abriter l'opposant Y»: persons and leaders, no fighters."""
        if verb.lemma_ not in self.words.shelter:
            return []
        led = [t for t in received if self.scene.is_noun(t, self.words.envoys | self.words.regional)]
        refs = [r for t in received for r in self.guests.who(t) if r.how != "part"]
        people = [r for r in refs if r.entity.type is ActorType.PERSON]  # no «partisans de Y»
        return people or [r for t in led for r in self.guests.who(t)]

    def _is_of_meeting(self, verb: Token) -> bool:
        """«organiser un sommet», «la visite organisée par X»; not «un groupe organisé en réseaux»."""
        words = self.words.meetings | self.words.visits
        things = (verb.head, *objects(verb), *direct_subjects(verb), *neighbours(verb, leftwards=False))
        return any(self.scene.is_noun(t, words) for t in things)

    def _hosts(self, tokens: Iterable[Token]) -> list[Ref]:
        found = []
        for token in tokens:
            for refs in (self.scene.actors(token), self.guests.who(token)):
                homes = ((r, home_of(self.scene, r.entity)) for r in refs)
                states = [Ref(home, r.token, r.how) for r, home in homes if home is not None]
                found += states
                if states:
                    break
        return found

    def _taking_part(self, token: Token) -> list[Ref]:
        if self.scene.is_noun(token, self.words.meetings | self.words.visits):
            company = self._company(token)
            sides = self.told.sides.get(token.lemma_, ())
            known = {r.entity for r in company}
            told = len(known) == 1 and known <= {r.entity for r in sides}
            return list(sides) if told else company or self._told_of(token)
        return [r for r in self.guests.who(token) if self.guests.travels(token, r)]

    def coming(self, verb: Token, comes: bool) -> Iterator[Event]:
        """«les ministres se sont réunis à Bamako», «X est arrivé à Niamey»."""
        if comes and not self._goes(verb):
            return
        places = self.venues.of(self.scene, verb) or self.there(verb) or self.on_the_spot(verb)
        movers = [p for t in self.subjects(verb) for p in self.aboard(t)]
        if not places and verb.lemma_ in ARRIVING and self._says_no_place(verb):
            places = self.lately(verb)
            movers = [t for t in movers if self.officials(t)]
        if verb.lemma_ in self.words.gather and not self._assembles(verb, movers):
            return
        is_local = verb.lemma_ in LOCAL and bool(self.venues.relative(self.scene, verb))
        if not comes and not is_passive(verb) and not is_local:
            movers = [*movers, *objects(verb)]
            if not places and verb.lemma_ in self.words.gather and not is_pronominal(verb):
                places = self._cities(verb)
        withs = [c for case, c in obliques(verb) if case == "avec"]
        if verb.lemma_ in self.words.parley and is_infinitive(verb) and verb.head.pos_ == "ADJ":
            return  # «il est impossible de négocier la paix au Mali»
        if not places:
            yield from self._talks(verb, movers, withs) if not comes else ()
            return
        if not comes:
            self.told.last = places[0]
            self.told.met = dict.fromkeys(GENERAL, places[0])  # «le sommet» is now this one
        parleys = verb.lemma_ in self.words.parley
        guests = [
            r for t in (*movers, *withs) for r in self.guests.who(t) if parleys or self.guests.travels(t, r)
        ]
        if not guests and not comes and is_pronominal(verb):  # «Russes et Ukrainiens se sont retrouvés»
            sides = [r for t in movers for r in self.guests.who(t)]
            guests = sides if len({r.entity for r in sides}) > 1 else []
        if not guests and (is_finite(verb) or has_auxiliary(verb) or not comes):
            guests = self.nearest_subject(verb)
        if not guests and not comes and is_participle(verb, "Past"):
            guests = self.of_main_clause(verb) or self.company.behind(verb)
        if (
            not guests
            and verb.lemma_ in self.words.gather
            and not is_pronominal(verb)
            and not is_passive(verb)
        ):
            guests = self.company.behind(verb)
        guests += self.company.named_with(verb)
        before = [r for t in movers if t.i < verb.i for r in self.company.named_with(t)]
        guests += [r for r in before if r.token < verb.i]  # «les mouvements, dont X et Y, se sont réunis»
        if self._is_main(verb) and all(r.how == "anaphor" or r.token > verb.i for r in guests):
            guests += self.company.spelled_out(verb)
        if comes and not guests and verb.i > verb.sent.start and self.is_inverted(verb):
            guests = self.company.roll(verb)
        if verb.lemma_ in self.words.settle:
            guests = [r for r in guests if r.entity.type is ActorType.PERSON]
        rule = "hosting: come" if comes else "hosting: meet"
        yield from self.hosted(rule, verb, verb, places, guests)
        if legs := self.venues.legs(self.scene, places):
            travellers = [r for t in movers for r in self.guests.who(t) if self.guests.travels(t, r)]
            yield from self.hosted(LEG, verb, verb, legs, travellers)

    def _says_no_place(self, verb: Token) -> bool:
        """«X est arrivé la veille», where the text has told of a meeting; not «arrivé en tête»."""
        behind = verb.doc[verb.i + 1 : verb.sent.end]
        placed = (t for t in behind if t.pos_ in NAMING and linear_case(t) in AT)
        return (is_finite(verb) or has_auxiliary(verb)) and next(placed, None) is None

    def _is_main(self, verb: Token) -> bool:
        """Is a verb the last before a colon, of which the names behind are said?"""
        later = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if is_finite(t) or t.text == ":")
        return next((t.text == ":" for t in later), False)

    def _cities(self, verb: Token) -> list[Ref]:
        """«Abidjan réunit les ministres de la Défense»"""
        return self.venues.of_phrases(self.scene, filter(self._is_city, direct_subjects(verb)))[:1]

    def _is_city(self, token: Token) -> bool:
        named = self.scene.mentions_at(token)
        return any(m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in named)

    def _assembles(self, verb: Token, movers: list[Token]) -> bool:
        """«les ministres se réunissent», «réunis à», «Paris réunit les ministres»; not «l’alliance»."""
        if is_pronominal(verb) or is_passive(verb):
            return True
        hosts = [r.entity.type for t in movers for r in self.scene.actors(t)]
        return any(kind in (ActorType.STATE, ActorType.PERSON) for kind in hosts)

    def _goes(self, verb: Token) -> bool:
        """Is it a journey, not «se rendre compte», «venir de faire», «arriver au pouvoir», «attendre que»?"""
        children = {lower(c) for c in verb.children}
        following = {lower(t) for t in verb.doc[verb.i + 1 : verb.i + 4]}
        if "pouvoir" in following or "compte" in following:
            return False
        if verb.lemma_ == "poser":  # «posé ses valises», «s'est posé»; not «les problèmes posés»
            return is_pronominal(verb) or any(lower(t) in OF_THE_VERB for t in objects(verb))
        if verb.lemma_ == "rendre":
            return bool(ONESELF & {lower(t) for t in verb.doc[max(0, verb.i - 4) : verb.i]})
        if verb.lemma_ == "aller":
            return not verb.dep_.startswith("aux") and not any(c.dep_ == "xcomp" for c in verb.children)
        if verb.lemma_ in self.words.brought:
            return is_passive(verb) or (has_auxiliary(verb) and not has_avoir(verb))
        return not (verb.lemma_ == "venir" and children & {"de", "d'"} and "VERB" in _kinds(verb))

    def attending(self, verb: Token) -> Iterator[Event]:
        """«X a également assisté à cette rencontre», «Y participent A et B»: where the meeting was of which
        the text told."""
        guests = [r for t in self.subjects(verb) for r in self.guests.who(t)]
        guests += self.company.named_with(verb)
        if there := self.there(verb):
            guests = guests if len(guests) > 1 else [*guests, *self.company.roll(verb)]
            yield from self.hosted("hosting: attend", verb, verb, there, guests)
            return
        for token in neighbours(verb, leftwards=False):
            if not self.scene.is_noun(token, self.words.meetings | self.words.proceedings):
                continue
            inverted = not guests and self.is_inverted(verb)
            if place := self._told(token) or self._taken_up(token):
                guests = guests or self.company.roll(token)
                yield from self.hosted("hosting: attend", verb, verb, [place], guests)
            elif inverted and (places := self.venues.of(self.scene, token, named=True)[:1]):
                yield from self.hosted("hosting: attend", verb, verb, places, self.company.roll(token))
            elif places := self.venues.of(self.scene, verb)[:1]:
                guests = [r for r in guests if r.how != "list"]
                yield from self.hosted("hosting: attend", verb, verb, places, guests + self._company(token))
            return

    def _told(self, noun: Token) -> Ref | None:
        """Where «cette rencontre» or «le sommet» was, of which the text told before."""
        before = lower(noun.nbor(-1)) if noun.i > noun.sent.start else ""
        if before in ("au", "du", "aux", "des"):
            return self.told.met.get(noun.lemma_) if linear_case(noun) in ("à", "de") else None
        determiner = next((lower(c) for c in noun.children if c.dep_ == "det"), "")
        if determiner in THESE:
            known = (self.told.met.get(noun.lemma_), self.told.last)
            return max((r for r in known if r is not None), key=lambda r: r.token, default=None)
        return self.told.met.get(noun.lemma_) if determiner in ("le", "la", "les", "l'") else None

    def _taken_up(self, noun: Token) -> Ref | None:
        """Where the meeting was that was told of just before and is taken up by another noun: «participe aux
        travaux», «à la rencontre»; not «au sommet de X»."""
        behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
        is_whose = any(lower(t) in ("de", "d'", "du", "des") for t in behind)
        if linear_case(noun) != "à" or is_whose:
            return None
        only = self.told.last if len({r.entity for r in self.told.met.values()}) == 1 else None
        return next(iter(self.lately(noun)), only)

    def opening(self, participle: Token) -> Iterator[Event]:
        """«Réunis à Quito, les douze pays de X ont …», where the parser takes the first word for a name."""
        places = self.venues.of(self.scene, participle)
        guests = self.company.behind(participle) if places else []
        yield from self.hosted("hosting: meet", participle, participle, places[:1], guests)

    # --- nouns

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
        before = self._told_of(noun) if company else []
        sides = self._company(noun) or [r for r in before if r.entity.type is not ActorType.PERSON]
        guests = [*sides, *company]
        guests += self._organisers(noun, guests) or self._in_private(noun)
        if not places and (company or self._frames_act(noun)) and (told := self._told(noun)):
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
            yield from self._talks(noun, self.clause_subjects(noun), withs)
            return
        place = self.told.last = self.told.met[noun.lemma_] = places[0]
        self.told.named_lately = place, noun.sent.end
        doubts: frozenset[str] = frozenset()
        guests = [g for g in guests if g.token != place.token]
        guests += self._resolving(noun, place)
        if not guests and self._counts_guests(noun):
            guests = self.company.spelled_out(noun)
        if not guests:
            near = self._told_of(noun) or self.guests.beside(noun)
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

    def _told_of(self, noun: Token) -> list[Ref]:
        """«Les pourparlers se tiennent à Lomé»: the sides of which the text told before."""
        is_taken_up = any(c.dep_ == "det" and lower(c) in DEFINITE for c in noun.children)
        if not is_taken_up:
            return []
        of_two = self.scene.is_noun(noun, self.words.talks)
        if known := self.told.sides.get(noun.lemma_):
            return known
        return self.scene.sides_before(noun) if of_two else []

    def _company(self, noun: Token) -> list[Ref]:
        guests = [r for _, r in self.complements(noun)]
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lemma_ in self.words.gather:
                guests += [r for t in objects(child) for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and child.lemma_ in self.words.held:  # «qui se tenaient avec X»
                withs = (c for case, c in obliques(child) if case in ("avec", "entre"))
                guests += [r for t in withs for r in self.guests.who(t)]
            if child.dep_ == "acl:relcl" and any(lower(c) in AT_WHICH for c in child.children):
                guests += self._attendants(child)
            guests += self.guests.qualifying(child)
        joined = self.scene.joined_behind(noun) or self.guests.listed_bare(noun)
        return [*guests, *self.guests.of_nationality(noun), *joined]

    def _attendants(self, verb: Token) -> list[Ref]:
        """«la réunion, à laquelle assistaient X et Y», «à laquelle ont pris part X et Y»: who stands behind
        the verb, whatever the parser makes of them."""
        takes_part = verb.lemma_ in self.words.attend or any(lower(c) in TAKING_PART for c in verb.children)
        if not takes_part or is_negated(verb):
            return []
        behind = (c for c in verb.children if c.i > verb.i and c.pos_ in NAMING and not case_of(c))
        return [r for t in behind if lower(t) not in TAKING_PART for r in self.guests.who(t)]

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
        if known and over is None and not any(c.dep_ == "cop" for c in noun.children):
            framed = self.clause_subjects(noun) if self._frames_act(noun) else []
            return [r for t in framed for r in self.officials(t)]
        return [r for t in self.clause_subjects(noun) for r in self.guests.who(t)]

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
            yield from self.hosted("hosting: talks", trigger, trigger, hosts[:1], guests)
            return


def _staging(meeting: Token) -> Token:
    """What says when a place is «le théâtre» of a meeting or «sert de cadre» to it; else the meeting."""
    stage = stage_of(meeting)
    over = verb_over(stage) if stage is not None else None
    return over[0] if over is not None else stage or meeting


def _kinds(verb: Token) -> set[str]:
    return {c.pos_ for c in verb.children if c.i > verb.i}
