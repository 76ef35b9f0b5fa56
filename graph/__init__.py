"""From claims to RDF, memberships, answers, networks and pictures. Knows no French."""
