"""Posts that only one person at a time holds in a State, read from posts.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.ontology.actors import Actor
from sahelgraph.ontology.errors import DataError, Place
from sahelgraph.ontology.names import name_key
from sahelgraph.ontology.relations import Labels

POSTS_FILE = Path(__file__).with_name("posts.toml")
OF = r" (?:du|de la|de l|des|de|d)$"


@dataclass(frozen=True, slots=True)
class Post:
    id: str
    label: Labels
    names: frozenset[str]


def load_posts(path: Path = POSTS_FILE) -> Mapping[str, Post]:
    """The posts of a TOML file by id. Raises DataError with the file where it is not right."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
        return {post: _post(post, **table) for post, table in tables.items()}
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise DataError(f"a post is not complete or not right: {error}", where=Place(path)) from error


def _post(post: str, *, label: dict[str, str], names: list[str]) -> Post:
    return Post(post, Labels(**label), frozenset(map(name_key, names)))


@cache
def posts() -> Mapping[str, Post]:
    """The posts of posts.toml, read once."""
    return load_posts()


def post_of(role: str, state: Actor) -> Post | None:
    """The post that a role in a State is: «président malien» and «président du Mali» are its head of
    State; None where it is no post that only one person holds."""
    text = name_key(role)
    for adjective in state.demonyms:
        text = re.sub(rf"\b{re.escape(name_key(adjective))}\b", "", text)
    for name in (*state.names, *state.aka):
        without = re.sub(rf"\b{re.escape(name_key(name))}$", "", text)
        if without != text:
            text = re.sub(OF, "", without.rstrip())
            break
    text = " ".join(text.split())
    return next((post for post in posts().values() if text in post.names), None)
