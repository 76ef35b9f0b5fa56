"""French dates: from words to times. `sahelgraph.extract.dates` is the way in."""
