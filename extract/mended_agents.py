"""By whom, and to whom: agents and recipients that the parser hangs on the word before or behind them."""

from __future__ import annotations

from sahelgraph.extract.grammar import NAMING, VERBAL, case_of, is_passive, lower
from sahelgraph.extract.lexicon.words import word_set
from sahelgraph.extract.trees import Doc, Token

TO = ("à", "au", "aux")
AFTER = frozenset(("après", "depuis", "lors de", "dès", "à la suite de", "suite à", "malgré"))
CUSTODY = word_set("mended_complements", "custody")


def rehang_agents(doc: Doc) -> None:
    """«suspendu après le renversement de X par Y»: Y did what the noun says, not the participle before it;
    «placé en résidence surveillée par Y», «reçu en grande pompe par Y»: Y did what the verb says. Changes
    `doc`."""
    for agent in doc:
        verb = agent.head
        if (
            agent.dep_ == "nmod"
            and case_of(agent) == "par"
            and (verb.pos_ == "PROPN" or case_of(verb) == "en")
            and is_passive(verb.head)
        ):
            _free_agent(agent, verb)
            continue
        if agent.dep_ != "obl:agent" or verb.i > agent.i:
            continue
        if lower(verb.head) in CUSTODY and is_passive(verb.head.head):
            agent.head = verb.head.head
            continue
        for noun in (c for c in verb.children if verb.i < c.i < agent.i and case_of(c) in AFTER):
            if noun.pos_ == "NOUN" and noun.right_edge.i == agent.left_edge.i - 1 and _is_of_something(noun):
                agent.head, agent.dep_ = noun, "nmod"


def _free_agent(agent: Token, place: Token) -> None:
    """«tués dans le Sinaï par X, qui …»: X killed them, and what follows is said of X."""
    for child in list(place.children):
        if child.i > agent.i and child.dep_ == "acl:relcl":
            child.head = agent
    agent.head, agent.dep_ = place.head, "obl:agent"


def join_agents(doc: Doc) -> None:
    """In «accusé par X et par Y», «accusé par X et Y» coordinates Y with X, where the parser coordinated it
    with the verb, and so in «armé par X et surtout par Y», where it took Y for X's. Changes `doc`."""
    for token in doc:
        if token.dep_ == "nmod" and case_of(token) == case_of(token.head) == "par":
            joined = any(t.pos_ == "CCONJ" for t in doc[token.head.i + 1 : token.i])
            if joined and token.head.head.pos_ in VERBAL:
                token.dep_ = "conj"
            continue
        if token.dep_ != "conj" or token.pos_ not in NAMING:
            continue
        if case_of(token) != "par" and not any(c.dep_ == "cc" for c in token.children):
            continue
        for agent in token.head.children:
            if agent.dep_ == "obl:agent" and agent.right_edge.i == token.left_edge.i - 1:
                token.head = agent
                break


def _is_of_something(noun: Token) -> bool:
    return any(c.dep_ == "nmod" and case_of(c) == "de" for c in noun.children)


def free_recipients(doc: Doc) -> None:
    """In «a remis à X un otage» the hostage is the object: nothing is apposed to X without a comma; in
    «reproche au président X» X is the president. Changes `doc`."""
    for thing in doc:
        name = thing.head
        if thing.dep_ == "obj" and thing.pos_ == "PROPN" and thing.i > thing.sent.start:
            _give_name_to_title(thing)
        if thing.dep_ not in ("appos", "nmod") or thing.pos_ != "NOUN" or name.pos_ != "PROPN":
            continue
        verb = name.head
        if verb.pos_ not in VERBAL or is_passive(verb) or any(c.dep_ == "obj" for c in verb.children):
            continue
        opened = thing.left_edge.i == name.i + 1 and thing.left_edge.pos_ in ("DET", "NUM")
        if opened and not case_of(thing) and name.i > verb.i and case_of(name) in TO:
            thing.head, thing.dep_ = verb, "obj"


def _give_name_to_title(name: Token) -> None:
    title, verb = name.nbor(-1), name.head
    addressed = title.pos_ == "NOUN" and title.head is verb and case_of(title) in TO
    if addressed and title.i > verb.i and " " in name.text:
        name.head, name.dep_ = title, "flat:name"
        thing = next((c for c in title.children if c.i > name.i and lower(c.left_edge) == "des"), None)
        if thing is not None:
            thing.head, thing.dep_ = verb, "obj"
