"""Where envoys are posted: «l'ambassadeur de X en Y», who is expelled from there."""

from __future__ import annotations

from collections.abc import Iterable

from sahelgraph.extract.arguments import states_of_places
from sahelgraph.extract.grammar import obliques
from sahelgraph.extract.scene import Ref, Scene
from sahelgraph.extract.trees import Token

POSTED = frozenset(("à", "en"))


def hosts_of(scene: Scene, envoys: Iterable[Token]) -> list[Ref]:
    """The States in which the heads of these phrases serve."""
    posts = [pair for envoy in envoys for pair in obliques(envoy)]
    return states_of_places(scene, [r for case, t in posts if case in POSTED for r in scene.places(t)])
