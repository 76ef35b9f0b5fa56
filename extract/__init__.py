"""Articles to claims. Knows French, knows nothing of RDF."""
