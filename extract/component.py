"""The spaCy factory `sahelgraph`: `nlp.add_pipe("sahelgraph")` puts the claims of a text on `doc._.claims`.

spaCy imports this module whenever it loads any pipeline, so nothing heavy is imported at the top.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from sahelgraph.extract import MODEL

if TYPE_CHECKING:
    from sahelgraph.extract.pipeline import Extractor
    from sahelgraph.ontology.articles import Article
    from sahelgraph.ontology.claims import Claim

NAME = "sahelgraph"


class ClaimsComponent:
    """Reads the claims of each doc's text, whatever the rest of the pipeline made of it.

    Names must be whole before the tagger and parser see them, so the text is parsed anew, by `model`,
    which is loaded with the first doc: in a pipeline that does nothing else, `spacy.blank("fr")` will do.
    Each doc is taken for French. `doc.user_data` may hold what is known of it: `document` (its name, by
    default `doc`), `date` (a `datetime.date` or ISO 8601 text, without which relative dates stay open)
    and `publisher`.
    """

    def __init__(self, model: str, least: float) -> None:
        self._model = model
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its claims. Raises ArticleError where its date is none."""
        from sahelgraph.ontology.claims import claim_to_json

        ((_, claims),) = self._extractor.extract([_article(doc)])
        doc.user_data[NAME] = [claim_to_json(claim) for claim in claims]
        return doc

    @cached_property
    def _extractor(self) -> Extractor:
        from sahelgraph.extract.pipeline import Extractor

        return Extractor(model=self._model, least=self._least)


@Language.factory(NAME, default_config={"model": MODEL, "least": 0.0}, assigns=["doc._.claims"])
def create(nlp: Language, name: str, model: str, least: float) -> ClaimsComponent:  # noqa: ARG001
    """Called by `nlp.add_pipe("sahelgraph", config={"model": …})`; `model` is a spaCy pipeline for French,
    and claims whose confidence is under `least` are left out."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=claims_of)
    return ClaimsComponent(model, least)


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """`doc._.claims`: the claims in the order of the text, without the rules that made them; empty
    where the component has not seen the doc. They outlive `doc.to_bytes()` and `nlp.pipe(n_process=2)`."""
    from sahelgraph.ontology.claims import claim_from_json

    return tuple(claim_from_json(line) for line in doc.user_data.get(NAME, ()))


def _article(doc: Doc) -> Article:
    from sahelgraph.extract.metadata import read_day
    from sahelgraph.ontology.articles import Article

    day = doc.user_data.get("date")
    return Article(
        document=str(doc.user_data.get("document", "doc")),
        text=doc.text,
        date=None if day is None else read_day(str(day), where="doc.user_data"),
        publisher=doc.user_data.get("publisher"),
    )
