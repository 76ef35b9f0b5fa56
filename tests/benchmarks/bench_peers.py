"""What others find in the same articles: textacy's subject-verb-object triples, taken for claims
wherever the verb is one of our lexicon.

`make bench` prints it where textacy is installed (`pip install -e ".[peers]"`)."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from sahelgraph.extract import MODEL
from sahelgraph.extract.lexicon.frames import frames
from sahelgraph.extract.pipeline import Extractor
from sahelgraph.extract.reading import find_sources, read_articles
from sahelgraph.ontology.articles import Article
from sahelgraph.ontology.claims import write_jsonl
from sahelgraph.ontology.relations import relations
from sahelgraph.tests.quality.measuring import SCORER, SETS, score

ENGLISH = {"obj": "dobj", "nsubj:pass": "nsubjpass", "aux:pass": "auxpass", "aux:tense": "aux"}
"""What the parser's relations are called in the English models for which textacy was written."""


@pytest.mark.parametrize("labels", [{}, ENGLISH], ids=["as parsed", "labels as in English"])
def test_triples_and_a_verb_list(labels: Mapping[str, str], extractor: Extractor) -> None:
    textacy = pytest.importorskip("textacy", reason='textacy is not installed: pip install -e ".[peers]"')
    if not SCORER.is_file():
        pytest.skip("../shared is not here: claims cannot be scored")
    annotated = next(s for s in SETS if s.articles.is_dir())
    articles = [a for a, _ in read_articles(find_sources([str(annotated.articles)])) if a]
    words = sum(len(article.text.split()) for article in articles)
    nlp = spacy.load(MODEL)
    triples = 0

    def peer() -> Iterator[str]:
        nonlocal triples
        docs = nlp.pipe(article.text for article in articles)
        for article, doc in zip(articles, docs, strict=True):
            relabel(doc, labels)
            found = list(textacy.extract.subject_verb_object_triples(doc))
            triples += len(found)
            for triple in found:
                yield from claims_of(article, triple)

    def ours() -> Iterator[str]:
        for _, claims in extractor.extract(articles):
            yield from write_jsonl(claims)

    print(f"\n{len(articles)} articles of {annotated.name}")
    for name, read in (("textacy", peer), ("sahelgraph", ours)):
        start = time.process_time()
        lines = list(read())
        speed = words / (time.process_time() - start)
        figures = score(annotated, lines)["all"]
        row = "".join(f"  {figure} {figures[figure]:.3f}" for figure in ("precision", "recall", "f1"))
        print(f"{name:<12}{len(lines):>6} claims{row}{speed:>10,.0f} words/s")
    print(f"textacy found {triples} triples")


def relabel(doc: Doc, labels: Mapping[str, str]) -> None:
    for token in doc:
        token.dep_ = labels.get(token.dep_, token.dep_)


def claims_of(article: Article, triple: Any) -> Iterator[str]:
    """The claims of a triple, as JSON lines: one for each relation that a lemma of its verb can state."""
    named = {frame.relation for verb in triple.verb for frame, _ in frames().by_verb.get(verb.lemma_, ())}
    subject, object_ = (end[0].doc[end[0].i : end[-1].i + 1].text for end in (triple.subject, triple.object))
    sentence = triple.verb[0].sent
    for relation in sorted(named):
        claim = {
            "document": article.document,
            "relation": relation,
            "subject": actor(subject),
            "object": actor(object_) if relations()[relation].has_object else None,
            "when": None,
            "status": "asserted",
            "by": None,
            "role": None,
            "confidence": 1.0,
            "evidence": {"text": sentence.text, "start": sentence.start_char, "end": sentence.end_char},
        }
        yield json.dumps(claim, ensure_ascii=False)


def actor(label: str) -> dict[str, Any]:
    return {"id": label, "label": label, "aliases": [], "type": "Organisation", "state": None}
