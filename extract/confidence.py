"""How sure a claim is: the share of claims made in the same way that are right.

A logistic model over readable features (which rule, how each actor was found, which weak steps); its weights
are data, lexicon/confidence.toml, fitted on annotated articles by tests/quality/fit_confidence.py.
"""

from __future__ import annotations

import math
import re

from sahelgraph.extract.lexicon.confidence import weights
from sahelgraph.ontology.claims import Claim

ALWAYS = "always"
NAMED_AT = re.compile(r"«[^»]*» \((\d+)\)")
PARTS = ("subject", "object")


def confidence_of(claim: Claim) -> float:
    """A number in 0..1, from the rules that made the claim."""
    known = weights()
    score = sum(known.get(feature, 0.0) for feature in features(claim))
    return round(1 / (1 + math.exp(-score)), 3)


def features(claim: Claim) -> frozenset[str]:
    """What the confidence of a claim rests on, in words."""
    told = dict(rule.partition(": ")[::2] for rule in claim.rules)
    rule, *weak = told.get("rule", "").split("; weak: ")
    mechanism = re.split(r" \(|, at «", rule)[0]
    found = {
        ALWAYS,
        f"relation {claim.relation}",
        f"rule {mechanism.split(':')[0].split(' ')[0]}",
        f"rule {mechanism}",
        f"status {claim.status}",
        f"said by {'somebody' if claim.by else 'nobody'}",
        *(f"weak {step}" for steps in weak for step in steps.split(", ")),
    }
    for part in PARTS:
        how = told.get(part, "-")
        found.add(f"{part} {how.split(', ')[0]}")
        if "that no actor file has" in how:
            found.add(f"{part} of a new name")
        places = [int(place) for place in NAMED_AT.findall(how)]
        if places and not claim.evidence.start <= places[-1] < claim.evidence.end:
            found.add(f"{part} named in another sentence")
    return frozenset(found)
