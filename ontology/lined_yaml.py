"""YAML whose mappings know the lines that they stand on, so that a mistake can be told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sahelgraph.ontology.errors import DataError, Place


class Lined(dict[str, Any]):
    """A mapping of a file that knows its line."""

    line: int


def lined(data: dict[str, Any], line: int) -> Lined:
    """A mapping as if it stood on that line."""
    entry = Lined(data)
    entry.line = line
    return entry


class _Loader(yaml.CSafeLoader):
    pass


def _construct_mapping(loader: _Loader, node: yaml.MappingNode) -> Lined:
    mapping = Lined()
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in mapping:
            raise yaml.constructor.ConstructorError(None, None, f"«{key}» stands twice", key_node.start_mark)
        mapping[key] = loader.construct_object(value_node, deep=True)
    mapping.line = node.start_mark.line + 1
    return mapping


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)
# Dates and country codes are text here: 2014-02-16 is EDTF, NO is Norway.
_Loader.yaml_implicit_resolvers = {
    key: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool", ":int", ":float"))]
    for key, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_lists(file: Path) -> Mapping[str, list[Lined]]:
    """The lists of an actor file by their keys. Raises DataError where it is no such file."""
    try:
        data = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(f"this is no YAML: {error.problem}", where=Place(file, line)) from error
    is_right = isinstance(data, Lined) and set(data) in ({"actors"}, {"towns"})
    if not is_right or not all(isinstance(entries, list) for entries in data.values()):
        raise DataError("an actor file holds one list, `actors:` or `towns:`", where=Place(file, 1))
    for entry in (e for entries in data.values() for e in entries):
        if not isinstance(entry, Lined):
            raise DataError(f"«{entry}» is no actor", where=Place(file))
    return dict(data)
