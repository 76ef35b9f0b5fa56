"""Where a meeting or visit takes place, in the order of the words: «à Bamako», «de Pau», «dans la capitale
ghanéenne», «Paris, où», «C'est au Togo que», «y».

A place belongs to the meeting where only words of time, of manner or of those who take part stand between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahelgraph.extract.grammar import THAT, is_finite, is_participle, linear_case, lower
from sahelgraph.extract.guests import nationalities
from sahelgraph.extract.lexicon.hosting import HostingWords
from sahelgraph.extract.naming import Kind
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

AT = frozenset(("à", "a", "en", "dans", "chez", "au"))  # «A Nouakchott»: capitals often lose the accent
SOIL = frozenset(("sol", "territoire", "terre"))
FROM = AT | {"depuis"}
"""«Depuis Genève, X a promis»"""
LINKS = frozenset(("que", "qu'", "dont", "alors", "tandis"))
OWN_NOUN = 4
OF_THE_VERB = frozenset(
    (
        "lieu",
        "fin",
        "part",
        "place",
        "siège",
        "main",
        "langue",
        "table",
        "valises",
        "bagages",
        "pied",
        "domicile",
    )
)
"""«a eu lieu à Lomé», «a pris fin à Lomé»: where the verb's own noun lies, nobody owns the place."""
PURPOSE = frozenset(("pour", "sur", "contre", "afin"))
STOPS = frozenset((";", ":"))
STAGES = frozenset(("théâtre", "cadre"))
REACH = 34
NEAR = 6
LEG = 12
LEAVING = frozenset(("avant", "après", "pour", "afin", "où", "qui", "selon", "depuis"))
FRONT = 7
BRACKET = 5
MODAL = frozenset(("devoir", "pouvoir", "aller"))
"""«devraient reprendre lundi à Lomé»"""


class Venues:
    """Finds the host State of an event from its words."""

    def __init__(self, words: HostingWords) -> None:
        self._words = words

    def of(self, scene: Scene, trigger: Token, named: bool = False) -> list[Ref]:
        """The States where the event of a word takes place, one for a meeting, more for a tour; `named`
        where «de X» may say it too."""
        return (
            (self._named(scene, trigger) if named else [])
            or self._behind(scene, trigger)
            or self.relative(scene, trigger)
            or self._fronted(scene, trigger)
            or self._stage(scene, trigger)
        )

    def legs(self, scene: Scene, places: list[Ref], onward: bool = True, listed: bool = False) -> list[Ref]:
        """Where one goes on from the first of some places, besides these: `onward`, «à Doha, puis mardi à
        Mascate», «en Grèce, puis en Serbie et, enfin, à Rome»; `listed`, «en Grèce, au siège de X à Rome, en
        Serbie et à Sofia»."""
        first = min(p.token for p in places)
        end, last = scene.doc[first].sent.end, first
        goes_on = False
        found: list[Ref] = []
        for token in scene.doc[first + 1 : end]:
            if is_finite(token) or token.text in STOPS or token.i - last >= LEG or lower(token) in LEAVING:
                break
            goes_on = goes_on or (onward and lower(token) in ("puis", "ensuite", "enfin"))
            is_next = goes_on or (listed and self._is_item(scene, token))
            if is_next and linear_case(token) in AT and (states := self.at(scene, token)):
                known = {r.entity for r in (*places, *found)}
                found += [s for s in states if s.entity not in known]
                last = token.i
        return found

    def _is_item(self, scene: Scene, place: Token) -> bool:
        """«, en Serbie», «et au Togo»: the name of a State in a list of places."""
        first = place.i - 1 if lower(place.nbor(-1)) in AT_WORDS else place.i - 2
        if first <= place.sent.start or lower(place.doc[first]) not in AT_WORDS:
            return False
        named = any(m.entity.type is ActorType.STATE for m in scene.mentions_at(place))
        return named and lower(place.doc[first - 1]) in (",", "et")

    def called_by(self, scene: Scene, noun: Token) -> list[Ref]:
        """The State of the city that an agreement is called by: «l'accord de Lomé»."""
        if noun.i + 2 >= noun.sent.end or lower(noun.nbor()) not in ("de", "d'"):
            return []
        city = noun.nbor(2)
        found = scene.named(city.text) if city.text[:1].isupper() and not scene.mentions_at(city) else None
        state = scene.state_of(found) if found is not None else None
        is_state = state is not None and state.type is ActorType.STATE
        return [Ref(state, city.i, "place")] if state is not None and is_state else []

    def of_phrases(self, scene: Scene, phrases: Iterable[Token]) -> list[Ref]:
        """The States that phrases name or lie in: «Doha abrite», «la capitale qatarie abrite»."""
        found: list[Ref] = []
        for phrase in phrases:
            states = [
                Ref(s, r.token, "place") for r in scene.actors(phrase) if (s := scene.state_of(r.entity))
            ]
            found += states or self.at(scene, phrase)
        return [r for r in found if r.entity.type is ActorType.STATE]

    def at(self, scene: Scene, token: Token, case: str = "") -> list[Ref]:
        """The States of the places that a phrase names; «chez les voisins nigériens» names States too."""
        found: list[Ref] = []
        hosts = (nationalities(scene, token) or scene.actors(token)) if case == "chez" else []
        for place in hosts or self._palace(scene, token) or _seat(scene, token) or self._places(scene, token):
            if place.how == "anaphor" and place.entity.type is not ActorType.STATE:
                continue
            state = scene.state_of(place.entity)
            if state is not None and state.type is ActorType.STATE and state not in [r.entity for r in found]:
                found.append(Ref(state, place.token, "place"))
        return found

    def _palace(self, scene: Scene, token: Token) -> list[Ref]:
        """«à l'Élysée», «au Kremlin»"""
        found = [m for m in scene.mentions_at(token) if m.kind is Kind.BODY and m.text in self._words.palaces]
        return [Ref(m.entity, token.i, "place") for m in found if linear_case(token) == "à"]

    def _places(self, scene: Scene, token: Token) -> list[Ref]:
        """«dans la capitale, Bamako», «au palais de Cocody»: the name behind says which."""
        if scene.is_noun(token, self._words.sites):
            for later in token.doc[token.i + 1 : min(token.i + NEAR, token.sent.end)]:
                is_named = scene.mentions_at(later) or "land" in scene.noun_classes(later)
                if is_named and (places := scene.places(later)):
                    return places
        return scene.places(token)

    def _named(self, scene: Scene, noun: Token) -> list[Ref]:
        """«le sommet de Pau», «la rencontre d'Alger»: a city, never a State."""
        for token in noun.doc[noun.i + 1 : min(noun.i + 5, noun.sent.end)]:
            named = scene.mentions_at(token)
            if named and named[-1].kind in (Kind.DEMONYM, Kind.COMBINING):
                continue  # «le dialogue intersyrien de Genève»
            if named:
                is_city = any(m.kind is Kind.CAPITAL or m.entity.type is ActorType.PLACE for m in named)
                is_of = token.i > noun.i + 1 and linear_case(token) == "de"  # «du dialogue Belgrade-Pristina»
                return self.at(scene, token) if is_city and is_of else []
            if token.pos_ not in ("ADP", "ADJ", "DET") and lower(token) not in ("d'", "de"):
                return []
        return []

    def _behind(self, scene: Scene, trigger: Token) -> list[Ref]:
        topical = False
        for token in self._following(trigger):
            case = linear_case(token)
            topical = topical or scene.is_noun(token, self._words.topical)
            if topical and case == "à":
                topical = not scene.mentions_at(token)
                continue
            near = token.doc[max(trigger.i, token.i - BRACKET) : token.i].text
            bracketed = near.rfind("(") > near.rfind(")")
            at = case in AT or (case == "sur" and lower(token) in SOIL)
            if not (at or bracketed) or _is_topic(scene, token) or _is_whose_land(scene, token):
                continue
            if self._is_unknown(scene, token, case):
                return self._apposed(scene, token)
            states = self.at(scene, token, case)
            if states and (bracketed or self._belongs(scene, trigger, token)):
                return states
        return []

    def _is_unknown(self, scene: Scene, token: Token, case: str) -> bool:
        """A city that no actor file knows: the meeting is there and not in a place named later."""
        return (
            case in ("à", "en")
            and token.text[:1].isupper()
            and token.pos_ in ("PROPN", "NOUN")
            and not scene.mentions_at(token)
            and lower(token.nbor(-1)) in AT_WORDS
        )

    def _apposed(self, scene: Scene, city: Token) -> list[Ref]:
        """«à Ravenel (Liban)», «à Ravenel, une localité libanaise», «à Ravenel, en Syrie»"""
        for token in city.doc[city.i + 1 : min(city.i + NEAR, city.sent.end)]:
            if is_finite(token) or token.text in STOPS:
                return []
            is_land = "land" in scene.noun_classes(token)
            if (is_land or scene.mentions_at(token)) and (states := self.at(scene, token)):
                return states
        return []

    def _following(self, trigger: Token) -> Iterator[Token]:
        """The words behind a trigger up to the end of its clause; on through the verb of a meeting."""
        end = min(trigger.sent.end, trigger.i + REACH)
        goes_on = trigger.pos_ in ("NOUN", "PROPN")
        resumed = 0
        for token in trigger.doc[trigger.i + 1 : end]:
            if token.text in STOPS or lower(token) in LINKS:
                return
            if token.i < resumed:
                continue
            later = trigger.doc[token.i : min(token.i + NEAR, end)]
            if lower(token) in ("pour", "afin") and any("VerbForm=Inf" in str(t.morph) for t in later[:4]):
                resumed = self._held_behind(token, end) if goes_on else 0
                if not resumed:
                    return
                continue
            if is_participle(token, "Pres") and lower(token.nbor(-1)) == "en":
                return  # «réunit le Conseil tout en envoyant des chars à Lomé»
            if lower(token) == "qui" and not (goes_on and self._is_held(later)):
                return
            verb = token.head if token.dep_.startswith("aux") else token
            is_verb = is_finite(token) and token.dep_ != "cop" and verb != trigger
            held = verb.lemma_ in self._words.held or (token.lemma_ in MODAL and self._is_held(later))
            if is_verb and not (goes_on and held):
                return
            yield token

    def _held_behind(self, purpose: Token, end: int) -> int:
        """«des pourparlers pour discuter du retrait ont débuté»: where the main verb of a meeting stands
        behind what it is for; 0 where it does not."""
        for token in purpose.doc[purpose.i + 1 : end]:
            if is_finite(token):
                verb = token.head if token.dep_.startswith("aux") else token
                return token.i if verb.lemma_ in self._words.held else 0
        return 0

    def _is_held(self, words: Iterable[Token]) -> bool:
        return any(t.lemma_ in self._words.held for t in words)

    def _belongs(self, scene: Scene, trigger: Token, place: Token) -> bool:
        """Does nothing between a trigger and a place own the place?"""
        index = place.i - 1
        while index > trigger.i and lower(place.doc[index]) not in AT_WORDS:
            index -= 1
        owner = place.doc[index - 1] if index > trigger.i else trigger
        while owner.i > trigger.i and (
            owner.pos_ in ("ADJ", "NUM", "ADV", "PUNCT", "DET") or _only_says_of_what_sort(owner)
        ):
            if owner.text == ",":
                return True
            owner = owner.nbor(-1)
        if self._is_of_a_deal(scene, trigger, place):
            return False
        words = {lower(t) for t in place.doc[trigger.i : place.i]}
        if "entre" in words and not words & PURPOSE:
            return True
        if owner.i <= trigger.i or owner.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "PRON", "X"):
            return True
        if scene.is_noun(owner, self._words.time | self._words.meetings | self._words.visits):
            return True
        if lower(owner) in OF_THE_VERB and owner.i - trigger.i <= OWN_NOUN:
            return True
        if trigger.lemma_ in self._words.seal and scene.is_noun(owner, self._words.deals):
            return True  # «ont signé un accord à Lomé»
        if scene.is_noun(owner, self._words.regional | self._words.envoys):
            return True
        return bool(scene.mentions_at(owner)) or "government" in scene.noun_classes(owner)

    def _is_of_a_deal(self, scene: Scene, trigger: Token, place: Token) -> bool:
        """«sont venus discuter de l'accord signé en juillet à Lomé»: where that was signed."""
        between = place.doc[trigger.i + 1 : place.i]
        made = (t for t in between if t.dep_ == "acl" and t.lemma_ in self._words.seal)
        return any(scene.is_noun(t.head, self._words.deals) and t.head.i > trigger.i for t in made)

    def relative(self, scene: Scene, trigger: Token) -> list[Ref]:
        """«à Rome, où elle a rencontré»: the place before the relative that a trigger stands in."""
        for index in range(trigger.i - 1, max(trigger.sent.start, trigger.i - NEAR - 2), -1):
            word = lower(trigger.doc[index])
            if word in ("qui", "que", "et"):
                return []
            if word == "où":
                for before in range(index - 1, max(trigger.sent.start - 1, index - NEAR), -1):
                    if states := self.at(scene, trigger.doc[before]):
                        last = max(s.token for s in states)
                        return [s for s in states if s.token == last]
        return []

    def _fronted(self, scene: Scene, trigger: Token) -> list[Ref]:
        """«Au Bénin, l'ONU ouvre des consultations», «C'est à Niamey que»."""
        start = trigger.sent.start
        for token in trigger.doc[start : min(trigger.i, start + FRONT)]:
            if is_finite(token) and lower(token) not in ("est", "était", "sera"):
                return []
            if linear_case(token) in FROM and (states := self.at(scene, token)):
                last = token.doc[max(token.i, states[0].token)]
                following = lower(last.nbor()) if last.i + 1 < len(token.doc) else ""
                cleft = any(lower(t) in ("c'", "ce") for t in trigger.doc[start : token.i])
                if (cleft and following in THAT) or (following == "," and self._opens(scene, token)):
                    return states
        return []

    def _stage(self, scene: Scene, trigger: Token) -> list[Ref]:
        """«X servait de cadre à un forum»."""
        stage = stage_of(trigger)
        for token in reversed(trigger.doc[trigger.sent.start : stage.i]) if stage is not None else ():
            is_named = scene.mentions_at(token) or "land" in scene.noun_classes(token)
            if is_named and (states := self.at(scene, token)):
                return states
        return []

    def _opens(self, scene: Scene, place: Token) -> bool:
        """Nothing but a conjunction, a comma or a time before a fronted place."""
        words = place.doc[place.sent.start : place.i]
        return all(
            t.pos_ in ("ADP", "DET", "CCONJ", "ADV", "PUNCT", "SPACE", "NUM", "ADJ", "X")
            or (t.i == place.sent.start and lower(t).endswith(HELD))
            or scene.is_noun(t, self._words.time)
            or "land" in scene.noun_classes(t)
            for t in words
        )


def stage_of(meeting: Token) -> Token | None:
    """The «cadre» or «théâtre» that a place is said to be of a meeting; not «dans le cadre de»."""
    before = meeting.doc[max(meeting.sent.start, meeting.i - NEAR) : meeting.i]
    stages = (t for t in reversed(before) if lower(t) in STAGES)
    return next((t for t in stages if linear_case(t) in ("", "de")), None)


def _seat(scene: Scene, token: Token) -> list[Ref]:
    """«à Bruxelles»: a city that elsewhere stands for the organisation that has its seat there."""
    if token.i == token.sent.start or lower(token.nbor(-1)) not in ("à", "a"):
        return []
    bodies = (m for m in scene.mentions_at(token) if m.kind is Kind.BODY and " " not in m.text)
    seats = (scene.seat_of(m.entity) for m in bodies if m.entity.type is ActorType.ORGANISATION)
    return [Ref(seat, token.i, "place") for seat in seats if seat is not None]


def _only_says_of_what_sort(noun: Token) -> bool:
    """«une visite d'amitié et de travail à Tunis», «le sommet de paix à Dakar»; and the «de» itself."""
    if lower(noun) in ("de", "d'", "et"):
        return True
    is_common = noun.text.islower() or lower(noun) in ("etat", "état")  # «une visite d'État en Serbie»
    return noun.pos_ == "NOUN" and is_common and lower(noun.nbor(-1)) in ("de", "d'")


def _is_topic(scene: Scene, token: Token) -> bool:
    """«un sommet consacré à la Syrie», as where one is in a country, French says «en Syrie»; «en poste à
    Lomé»."""
    if token.i < token.sent.start + 2:
        return False
    if lower(token.nbor(-1)) not in ("la", "l'"):
        return lower(token.nbor(-2)) == "poste"  # «des diplomates en poste à Lomé»
    named = scene.mentions_at(token)
    is_land = any(m.entity.type is ActorType.STATE and m.kind is Kind.NAME for m in named)
    return is_land and lower(token.nbor(-2)) in ("à", "a")


AT_WORDS = frozenset(("à", "au", "aux", "en", "dans", "chez"))
HELD = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "u", "ue", "us", "ues")
"""How the participles end that may open a sentence: «Réunis à Lomé, …», «Prévue à Abuja, …»."""


def _is_whose_land(scene: Scene, token: Token) -> bool:
    """«les présidents X (Gabon) et Y (Tchad)»: where somebody comes from, and no venue."""
    if token.i < 2 or token.nbor(-1).text != "(":
        return False
    return any(m.entity.type is ActorType.PERSON for m in scene.mentions_at(token.nbor(-2)))
