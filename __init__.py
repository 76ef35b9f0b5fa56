"""sahelgraph: from French press articles to a knowledge graph of actors and alliances."""

__version__ = "0.1.0"
