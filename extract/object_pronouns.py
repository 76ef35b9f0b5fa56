"""Pronouns that take up whom a verb before them was done to or told to: «a convoqué Y pour lui demander …»,
«a rompu avec Y, l'accusant de …», «a exigé de Y qu'il parte»."""

from __future__ import annotations

from sahelgraph.extract.background import Background
from sahelgraph.extract.genders import ARTICLES, GENDERS, OTHER
from sahelgraph.extract.grammar import SUBJECTS, case_of, first_conjunct, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.mentioned import MentionedText
from sahelgraph.extract.refs import ACTING, Ref, Resolve
from sahelgraph.extract.trees import Token
from sahelgraph.ontology.claims import ActorType

PERSONAL = frozenset(("il", "elle", "ils", "elles", "l'", "le", "la", "les", "lui", "leur", "eux"))
CLITICS = frozenset(("l'", "le", "la", "les", "lui", "leur"))
PLURALS = frozenset(("ils", "elles", "les", "leur", "eux"))
ASKING = word_set("object_pronouns", "asking")
SUMMONING = word_set("object_pronouns", "summoning")
ACCUSING = frozenset(("accuser", "soupçonner", "suspecter"))
BLAMING = frozenset(("dénoncer", "critiquer", "condamner", "fustiger", "déplorer", "regretter"))
SEVERAL = frozenset(("les", "des", "aux"))
AIMS = frozenset(("pour", "afin"))
TIMES = frozenset(("après", "avant", "depuis", "lors", "suite", "dès", "pendant", "selon"))
TOWARDS = ("à", "avec", "contre")
OBJECTS = frozenset(("obj", "obl:arg", "iobj"))


class ObjectPronouns:
    """Resolves such pronouns in one article; `actors` resolves a phrase with all that is coordinated with
    it, `alone` without."""

    def __init__(self, text: MentionedText, background: Background, actors: Resolve, alone: Resolve) -> None:
        self._text = text
        self._background = background
        self._actors = actors
        self._alone = alone

    def summoned(self, pronoun: Token, depth: int) -> list[Ref]:
        """«X a convoqué Y pour lui demander des comptes», «X a écrit à Y pour lui demander …»: Y."""
        aim = pronoun.head
        over = aim.head.head if aim.dep_ == "acl" else aim.head
        if not any(lower(c) in AIMS for c in (*aim.children, *pronoun.children)):
            return []
        told = ("obj",) if over.lemma_ in SUMMONING else ()
        between = (c for c in over.children if over.i < c.i < aim.i)
        summoned = (c for c in between if c.dep_ in told or case_of(c) in ("à", "auprès de"))
        refs = next((r for c in summoned if (r := self._actors(c, depth + 1))), [])
        return [Ref(r.entity, r.token, "pronoun") for r in refs]

    def parallel(self, clitic: Token, depth: int) -> list[Ref]:
        """«X et Y quittent Z. Ils l'accusent de …»: where the subject is taken up by a pronoun, so is the
        object of the sentence before by the object pronoun."""
        verb, start = clitic.head, clitic.sent.start
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if not own and verb.dep_ == "conj":
            return self._same_object(clitic, depth)
        subjects = [c for c in own if lower(c) in PERSONAL]
        if not subjects or start == 0:
            return []
        doers = {r.entity.id for s in subjects for r in self._actors(s, depth + 1)}
        plural = lower(clitic) in PLURALS
        before = clitic.doc[clitic.doc[start - 1].sent.start : start]
        phrases = [t for t in reversed(before) if t.dep_ in OBJECTS]  # «X accuse Y. … Il l'accuse», first
        for phrase in sorted(phrases, key=lambda t: t.head.lemma_ != verb.lemma_):
            refs = [r for r in self._actors(phrase, depth + 1) if r.entity.type in ACTING]
            if refs and plural == (len(refs) > 1) and not doers & {r.entity.id for r in refs}:
                return [Ref(r.entity, r.token, "pronoun") for r in refs]
        return []

    def told_of(self, clitic: Token, depth: int) -> list[Ref]:
        """«X a pris Goma. A accuse B de le soutenir»: X, of whom the sentence before tells."""
        verb, start = clitic.head, clitic.sent.start
        accusing = verb.head
        if verb.dep_ != "xcomp" or accusing.lemma_ not in ACCUSING or start == 0:
            return []
        sides = [c for c in accusing.children if c.dep_ in SUBJECTS | OBJECTS]
        here = {r.entity.id for t in sides for r in self._actors(t, depth + 1)}
        root = clitic.doc[start - 1].sent.root
        told = (c for c in root.children if c.dep_ in SUBJECTS)
        refs = next((r for c in told if (r := self._actors(c, depth + 1))), [])
        is_one = len(refs) == 1 and refs[0].entity.type in ACTING and refs[0].entity.id not in here
        return [Ref(refs[0].entity, refs[0].token, "pronoun")] if is_one else []

    def sent(self, sender: Token, senders: list[Ref], pronoun: Token, depth: int) -> list[Ref]:
        """«L'Union africaine a chargé X d'une mission. Il est attendu à Lomé»: X, and no «il» for her."""
        if sender.sent.end != pronoun.sent.start or any(r.entity.type is ActorType.PERSON for r in senders):
            return []
        other = OTHER[GENDERS[lower(pronoun)]]
        for phrase in (c for c in sender.head.children if c.dep_ == "obj" and sender.i < c.i):
            refs = self._alone(phrase, depth)
            people = [r for r in refs if r.entity.type is ActorType.PERSON]
            told = {ARTICLES.get(lower(c)) for c in phrase.children if c.dep_ == "det"}
            if other in told or any(self._background.gender(r.entity) == other for r in people):
                return []
            is_office = "government" in self._text.noun_classes(phrase)
            one = people if len(people) == 1 else refs if is_office else []
            return [Ref(r.entity, r.token, "pronoun") for r in one]
        return []

    def _same_object(self, clitic: Token, depth: int) -> list[Ref]:
        """«X a suspendu Y et l'a placé sous embargo», «X lui demande de partir et l'accuse», «X a rompu avec
        Y et lui demande de partir»: the object of the verb that shares the subject, or whom it is told to."""
        joined = clitic.head.head.children
        phrases = [c for c in joined if c.i < clitic.i and c.dep_ in OBJECTS | {"obl:mod"}]
        for phrase in sorted(phrases, key=lambda c: c.dep_ != "obj"):
            if phrase.pos_ == "PRON" and lower(phrase) not in CLITICS:
                continue
            if phrase.dep_.startswith("obl") and case_of(phrase) not in TOWARDS:
                continue
            refs = [r for r in self._actors(phrase, depth + 1) if r.entity.type in ACTING]
            is_plural = len(refs) > 1 or "Number=Plur" in phrase.morph or lower(phrase) in PLURALS
            if refs and (lower(clitic) in PLURALS) == is_plural:
                return [Ref(r.entity, r.token, "pronoun") for r in refs]
        return []

    def met(self, clitic: Token, depth: int) -> list[Ref]:
        """«X a rompu avec Y, l'accusant de …», «X renvoie l'envoyé de Y, lui reprochant …»: who was named
        last before the comma, besides the subject and in no phrase that only says when."""
        gerund, sentence = clitic.head, clitic.sent
        over = gerund.head
        if clitic.i == sentence.start or clitic.nbor(-1).text != "," or gerund.dep_ != "advcl":
            return []
        acting = [t for v in (over, *over.ancestors) for t in v.children if t.dep_ in SUBJECTS]
        own = {r.entity.id for t in acting for r in self._actors(t, depth + 1)}
        for ref in self._text.mentioned_before(clitic, clitic.i - sentence.start):
            if ref.entity.type in ACTING and ref.entity.id not in own and not _only_says_when(ref, clitic):
                several = self._actors(first_conjunct(clitic.doc[ref.token]), depth + 1)
                found = several if lower(clitic) in PLURALS and len(several) > 1 else [ref]
                return [Ref(r.entity, r.token, "pronoun") for r in found if r.entity.id not in own]
        return []

    def blamed(self, noun: Token, depth: int) -> list[Ref]:
        """«X demande des sanctions contre Y, dénonçant son soutien à Z»: that of Y, who was named last."""
        blaming = noun.head
        is_behind = (
            blaming.dep_ == "advcl" and blaming.i > blaming.sent.start and blaming.nbor(-1).text == ","
        )
        if noun.dep_ != "obj" or not is_behind or blaming.lemma_ not in BLAMING:
            return []
        acting = [t for v in (blaming, *blaming.ancestors) for t in v.children if t.dep_ in SUBJECTS]
        own = {r.entity.id for t in acting for r in self._actors(t, depth + 1)}
        for ref in self._text.mentioned_before(blaming, blaming.i - blaming.sent.start):
            if ref.entity.type in ACTING and ref.entity.id not in own and not _only_says_when(ref, blaming):
                return [ref] if own else []
        return []

    def aimed(self, clitic: Token, depth: int) -> list[Ref]:
        """«X arme Y et Z pour les aider à …»: those to whom the verb before is done."""
        aim = clitic.head
        if "VerbForm=Inf" not in str(aim.morph) or not any(lower(c) in AIMS for c in aim.children):
            return []
        over = aim.head
        acting = [t for v in (over, *over.ancestors) for t in v.children if t.dep_ in SUBJECTS]
        own = {r.entity.id for t in acting for r in self._actors(t, depth + 1)}
        for phrase in over.children:
            if over.i < phrase.i < aim.i and phrase.dep_ in OBJECTS:
                refs = [r for r in self._actors(phrase, depth + 1) if r.entity.type in ACTING]
                is_plural = len(refs) > 1 or lower(phrase.left_edge) in SEVERAL
                if refs and (lower(clitic) in PLURALS) == is_plural and refs[0].entity.id not in own:
                    return [Ref(r.entity, r.token, "pronoun") for r in refs]
        return []

    def asked(self, pronoun: Token, depth: int) -> list[Ref]:
        """«X a exigé de Y qu'il parte»: Y is to leave."""
        clause = pronoun.head if pronoun.head.dep_ in ("ccomp", "advcl") else pronoun.head.head
        verb = clause.head
        if verb.lemma_ not in ASKING or not any(lower(c) in ("que", "qu'") for c in clause.children):
            return []
        for phrase in verb.children:
            addressed = phrase.dep_ == "obj" or case_of(phrase) in ("de", "à", "auprès de")
            if addressed and verb.i < phrase.i < clause.i:
                refs = [r for r in self._actors(phrase, depth + 1) if r.entity.type in ACTING]
                if refs and (len(refs) > 1) == (lower(pronoun) in PLURALS):
                    return [Ref(r.entity, r.token, "pronoun") for r in refs]
        return []


def _only_says_when(ref: Ref, word: Token) -> bool:
    """Is it named in a phrase on the time: «…, deux jours après la chute de Y, …»?"""
    start = word.sent.start
    for token in reversed(word.doc[start : ref.token]):
        if token.text == ",":
            return False
        if lower(token) in TIMES:
            return True
    return False
