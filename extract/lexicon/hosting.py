"""Words of meetings and visits: hosting.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sahelgraph.extract.lexicon.loading import read_word_sets

HOSTING_FILE = Path(__file__).with_name("hosting.toml")


@dataclass(frozen=True)
class HostingWords:
    """See hosting.toml."""

    meetings: frozenset[str]
    proceedings: frozenset[str]
    phases: frozenset[str]
    talks: frozenset[str]
    no_meeting: frozenset[str]
    visits: frozenset[str]
    flight: frozenset[str]
    stays: frozenset[str]
    endings: frozenset[str]
    beginnings: frozenset[str]
    late: frozenset[str]
    returns: frozenset[str]
    deals: frozenset[str]
    seats: frozenset[str]
    house: frozenset[str]
    keep: frozenset[str]
    seal: frozenset[str]
    envoys: frozenset[str]
    receive: frozenset[str]
    receive_at: frozenset[str]
    shelter: frozenset[str]
    meet: frozenset[str]
    parley: frozenset[str]
    see: frozenset[str]
    come: frozenset[str]
    settle: frozenset[str]
    brought: frozenset[str]
    attend: frozenset[str]
    join: frozenset[str]
    there: frozenset[str]
    represent: frozenset[str]
    lead: frozenset[str]
    receptions: frozenset[str]
    grants: frozenset[str]
    granted: frozenset[str]
    come_back: frozenset[str]
    depart: frozenset[str]
    speak: frozenset[str]
    press: frozenset[str]
    tread: frozenset[str]
    opening: frozenset[str]
    send: frozenset[str]
    sending: frozenset[str]
    civil: frozenset[str]
    passing: frozenset[str]
    held: frozenset[str]
    hold: frozenset[str]
    gather: frozenset[str]
    company: frozenset[str]
    time: frozenset[str]
    regional: frozenset[str]
    warring: frozenset[str]
    topical: frozenset[str]
    regions: frozenset[str]
    sites: frozenset[str]
    palaces: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """The infinitives of all of this."""
        first = self.receive | self.meet | self.come | self.attend | self.depart | self.tread | self.seal
        return first | self.house | self.keep | self.send | self.held | self.hold | self.gather


def load_hosting_words(path: Path = HOSTING_FILE) -> HostingWords:
    """Raises DataError where the file is not right."""
    return read_word_sets(path, HostingWords)


@cache
def hosting_words() -> HostingWords:
    """The words of hosting.toml, read once."""
    return load_hosting_words()
