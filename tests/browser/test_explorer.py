"""What a reader does with the picture, in a real browser: look, click, search, filter, move in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from sahelgraph.graph.picture import View


def test_it_opens_from_disk_and_asks_nothing_of_any_network(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.click_actor("mali")
    opened.page.wait_for_timeout(300)
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    assert opened.complaints == []


def test_the_actors_and_relations_of_the_network_are_drawn(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    assert opened.shown() == set(sahel.nodes)
    assert opened.run("edgeSet.length") == 17
    assert "11 acteurs sur 11" in opened.page.locator("#notice").inner_text()
    positions = opened.run("Object.values(network.getPositions()).map((p) => [p.x, p.y])")
    assert len({tuple(p) for p in positions}) == 11


def test_a_click_on_an_actor_shows_what_is_known_of_it(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.click_actor("mali")
    assert opened.panel.locator("h2").inner_text() == "Mali"
    assert "Bamako" in opened.panel.locator(".aliases").inner_text()
    line = opened.panel.locator("details.bundle", has_text="est membre de AES")
    opened.unfold(line)
    assert "Mali fait partie de l'AES" in line.inner_text()
    assert opened.panel.locator("svg.timeline .row").count() == 3
    opened.panel.locator("svg.timeline .row", has_text="AES").click()
    assert "est membre de" in opened.panel.locator("h2").inner_text()


def test_a_click_on_an_edge_shows_every_claim_with_its_source(
    visit: Any, sahel: nx.MultiDiGraph[str]
) -> None:
    opened = visit(sahel)
    opened.click_bundle("mali", "left", "cedeao")
    claims = opened.panel.locator("article.claim")
    assert claims.count() == 2
    first = claims.first.inner_text()
    assert "Le Mali, le Niger et le Burkina Faso ont quitté la CEDEAO." in first
    assert "affirmé" in first
    assert "le 28 janvier 2024" in first
    assert "2024-01-28" in first
    assert "Trois pays s'en vont" in first
    assert "Agence, 1er février 2024" in first
    assert claims.first.locator("a").first.get_attribute("href") == "https://example.org/depeche"


def test_reprints_are_collapsed_and_count_once_also_where_their_words_differ(
    visit: Any, sahel: nx.MultiDiGraph[str]
) -> None:
    opened = visit(sahel)
    opened.click_bundle("mali", "left", "cedeao")
    assert "2 sources" in opened.panel.locator(".kind").inner_text()
    reprints = opened.panel.locator("article.claim").first.locator("details.reprints")
    assert reprints.locator("summary").inner_text() == "3 reprises"
    opened.unfold(reprints)
    assert "Gazette" in reprints.inner_text()
    assert "Courrier" in reprints.inner_text()
    assert "Echo" in reprints.inner_text()
    assert "quittent la CEDEAO" not in opened.panel.inner_text()


def test_who_said_it_and_a_denial_are_told(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.click_bundle("france", "supported", "jnim")
    text = opened.panel.inner_text()
    assert "selon Bamako" in text
    assert "allégué" in text
    assert "démenti" in text
    assert "Paris rejette cette accusation." in text


def test_what_two_do_to_each_other_is_one_line_a_kind(visit: Any, quarrel: nx.MultiDiGraph[str]) -> None:
    opened = visit(quarrel)
    assert opened.run("edgeSet.length") == 2
    opened.click_stage("network.body.edges['jnim\\nmali\\nconflict'].edgeType.getPoint(0.3)")
    assert "3 relations" in opened.panel.locator("h2").inner_text()
    heads = opened.panel.locator("h3").all_inner_texts()
    assert sorted(heads) == ["JNIM a attaqué Mali", "JNIM a menacé Mali", "Mali a attaqué JNIM"]
    assert opened.panel.locator("blockquote").count() == 3
    opened.page.locator("#choose-merged").uncheck()
    assert opened.run("edgeSet.length") == 4
    opened.until_address("merged=0")


def test_what_is_not_certain_is_drawn_otherwise(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)

    def drawn(subject: str, relation: str, object_: str) -> Any:
        return opened.run(f"edgeSet.get('{subject}\\n{object_}\\n{relation}')")

    certain, contested = drawn("mali", "member-of", "aes"), drawn("tchad", "member-of", "aes")
    alleged = drawn("france", "supported", "jnim")
    assert certain["dashes"] is False
    assert contested["dashes"]
    assert contested["color"]["color"] != certain["color"]["color"]
    assert alleged["dashes"] not in (False, contested["dashes"])


def test_search_suggests_over_aliases_and_goes_to_the_actor(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    box = opened.page.locator("#search-box")
    box.fill("bamak")
    assert opened.page.locator("#search-list li").all_inner_texts() == ["Mali Bamako"]
    box.fill("alliance des etats")
    box.press("ArrowDown")
    box.press("Enter")
    assert opened.panel.locator("h2").inner_text() == "AES"
    assert opened.run("choices.selected") == "aes"
    box.fill("zzz")
    assert "Aucun acteur" in opened.page.locator("#search-list").inner_text()


def test_the_legend_filters_types_relations_and_how_sure(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.page.locator("[data-kind=types][data-value=Person]").uncheck()
    assert "assimi-goita" not in opened.shown()
    opened.page.locator("[data-group=membership]").uncheck()
    assert "aes" not in opened.shown()
    opened.page.locator("[data-kind=standings][data-value=alleged]").uncheck()
    assert opened.run("scene.bundles.every((one) => one.group !== 'membership')")
    assert not opened.run(
        "scene.bundles.some((one) => one.parts.some((part) => part.standing === 'alleged'))"
    )
    opened.page.locator("#reset").click()
    assert opened.shown() == set(sahel.nodes)


def test_sources_can_be_left_out(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.unfold(opened.page.locator("details.sources"))
    opened.page.locator("[data-kind=publishers]").first.wait_for()
    opened.page.get_by_label("Le Quotidien").uncheck()
    assert opened.shown() == {"mali", "niger", "cedeao"}


def test_the_slider_shows_the_network_of_a_day(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    slider = opened.page.locator("#slider")
    slider.evaluate("(box) => { box.value = toDay('2018-01-01'); box.dispatchEvent(new Event('input')); }")
    opened.settle()
    opened.until_address("date=2018-01-01")
    assert "g5-sahel" in opened.shown()
    assert "aes" not in opened.shown()
    slider.focus()
    slider.press("ArrowRight")
    opened.settle()
    opened.until_address("date=2018-01-02")
    opened.page.locator("#date").fill("2024-01-01")
    opened.settle()
    assert "aes" in opened.shown()
    assert "g5-sahel" not in opened.shown()  # though an old article knows of no end
    opened.run("select('tchad')")
    assert "G5 Sahel" not in opened.panel.locator("h3 ~ details").all_inner_texts()


def test_a_day_can_be_chosen_and_left_again(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.page.locator("#dated").check()
    opened.until("choices.day === span[1]")
    assert opened.page.locator("#date").is_enabled()
    opened.page.locator("#dated").uncheck()
    opened.until("choices.day === null")
    assert opened.shown() == set(sahel.nodes)


def test_the_slider_can_be_dragged(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    box = opened.page.locator("#slider").bounding_box()
    middle, mouse = box["y"] + box["height"] / 2, opened.page.mouse
    mouse.move(box["x"] + box["width"] - 8, middle)
    mouse.down()
    seen = []
    for share in (0.8, 0.6, 0.4):
        mouse.move(box["x"] + box["width"] * share, middle, steps=4)
        opened.until("choices.day === +document.getElementById('slider').value")
        seen.append(opened.run("choices.day"))
    mouse.up()
    assert seen == sorted(set(seen), reverse=True)
    opened.until_address(f"date={opened.run(f'toIso({seen[-1]})')}")
    assert "aes" not in opened.shown()


def test_only_certain_days_are_drawn_as_certain(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel, "#date=2024-06-01")
    standing = "scene.bundles.find((one) => one.from === 'assimi-goita').standing"
    assert opened.run(standing) == "possible"  # since 2021, with no last day that is known


def test_events_stay_for_a_while_and_fade(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel, "#date=2024-09-17")
    attack = "scene.bundles.find((one) => one.relation === 'attacked')"
    assert opened.run(f"{attack}.opacity") == 1
    opened.page.locator("#date").fill("2024-11-17")
    opened.settle()
    assert opened.run(f"{attack}.opacity") < 1
    opened.page.locator("#date").fill("2025-06-17")
    opened.settle()
    assert opened.run(f"{attack} === undefined")
    opened.page.locator("#window").select_option("365")
    opened.settle()
    assert opened.run(f"{attack} !== undefined")


def test_undated_relations_are_hidden_on_a_day_and_offered(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel, "#date=2024-01-01")
    assert "1 relation sans date masquée" in opened.page.locator("#notice").inner_text()
    opened.page.locator("#show-undated").click()
    assert opened.run("scene.bundles.some((one) => one.relation === 'allied-with')")


def test_play_moves_through_time_and_stops(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel, "#date=2018-01-15")
    opened.page.locator("#play").click()
    opened.until("choices.day > toDay('2018-03-01')")
    opened.page.locator("#play").click()
    assert opened.run("playing === null")
    opened.page.locator("#next").click()
    opened.settle()
    assert opened.run("moments.includes(choices.day)")


def test_an_address_brings_the_same_view_back(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel, "#date=2024-01-01&focus=aes&open=mali&no-types=Person&lang=en")
    assert opened.shown() == {"aes", "mali", "niger", "burkina-faso", "tchad"}
    assert opened.panel.locator("h2").inner_text() == "Mali"
    assert opened.page.locator("#toggle-legend").inner_text() == "Legend and filters"
    for part in ("date=2024-01-01", "focus=aes", "open=mali", "no-types=Person", "lang=en"):
        opened.until_address(part)
    opened.run("location.hash = '#date=2018-01-01'")
    opened.until("choices.day === toDay('2018-01-01') && choices.focus === null")


@pytest.mark.parametrize(
    "fragment",
    ["#date=yesterday", "#date=9999-99-99", "#focus=nobody&open=nothing&actors=-4&depth=x", "#%E0%A4%A"],
)
def test_a_broken_address_shows_the_whole_network(
    visit: Any, sahel: nx.MultiDiGraph[str], fragment: str
) -> None:
    opened = visit(sahel, fragment)
    assert opened.shown() == set(sahel.nodes)
    assert opened.complaints == []


def test_focus_shows_an_actor_and_its_neighbours_to_a_depth(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.click_actor("cedeao")
    opened.panel.locator("#focus").click()
    opened.settle()
    assert opened.shown() == {"cedeao", "mali", "niger"}
    opened.panel.locator("#depth").select_option("2")
    opened.settle()
    assert {"france", "aes", "g5-sahel", "jnim", "assimi-goita"} < opened.shown()
    opened.page.locator("#whole").click()
    assert opened.shown() == set(sahel.nodes)


def test_a_large_network_shows_its_most_connected_part_and_says_so(
    visit: Any, sahel: nx.MultiDiGraph[str]
) -> None:
    opened = visit(sahel, view=View(max_nodes=5))
    assert len(opened.shown()) <= 5
    assert "mali" in opened.shown()
    assert "les plus liés" in opened.page.locator("#notice").inner_text()
    opened.page.locator("#search-box").fill("goita")
    opened.page.locator("#search-box").press("Enter")
    assert "assimi-goita" in opened.shown()
    opened.page.locator("#everything").click()
    assert opened.shown() == set(sahel.nodes)


def test_a_crowd_can_be_shown_searched_clicked_and_moved_in_time(
    visit: Any, crowd: nx.MultiDiGraph[str]
) -> None:
    opened = visit(crowd)
    assert len(opened.shown()) == 60
    opened.page.locator("#everything").click()
    opened.until("scene.actors.size === 1000")
    assert opened.run("nodeSet.length") == 0  # the library, which would freeze, holds none of them
    opened.page.locator("#search-box").fill("groupe 700")
    opened.page.locator("#search-box").press("Enter")
    opened.until("Math.abs(network.getViewPosition().x - crowd.places.g700.x) < 1")
    assert opened.panel.locator("h2").inner_text() == "Groupe 700"
    opened.run("select('g0')")
    assert opened.panel.locator("details.bundle").count() == 31
    opened.panel.get_by_role("button", name="303 autres").click()
    assert opened.panel.locator("details.bundle").count() == 334
    opened.page.keyboard.press("Escape")
    opened.settle()
    opened.click_stage("crowd.places.g700")
    assert opened.panel.locator("h2").inner_text() == "Groupe 700"
    line = "scene.lines.find((one) => one.id === 'g700\\ng701\\nattacked')"
    opened.click_stage(
        f"(({{from, to}}) => ({{x: crowd.places[from].x * 0.6 + crowd.places[to].x * 0.4, "
        f"y: crowd.places[from].y * 0.6 + crowd.places[to].y * 0.4}}))({line})"
    )
    assert "a attaqué" in opened.panel.locator("h2").inner_text()
    opened.page.locator("#dated").check()
    opened.page.locator("#date").fill("2015-03-01")
    opened.until("choices.day === toDay('2015-03-01')")
    assert opened.run("isCrowd() || nodeSet.length === scene.actors.size")
    attacks = (
        "scene.bundles.filter((one) => one.relation === 'attacked').map((one) => one.parts[0].edge.when)"
    )
    assert set(opened.run(attacks)) == {"2015-03-01"}
    assert opened.complaints == []


def test_a_view_can_be_written_into_the_page(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    view = View(on=date(2024, 1, 1), focus="mali", relations=("member-of",))
    opened = visit(sahel, language="en", title="Members", view=view)
    assert opened.shown() == {"mali", "aes"}
    assert opened.page.locator("h1").inner_text() == "Members"
    assert opened.page.locator("#date").input_value() == "2024-01-01"


def test_the_interface_speaks_french_and_english(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.click_actor("tchad")
    opened.page.locator("#lang-en").click()
    assert opened.panel.locator("h2").inner_text() == "Chad"
    assert opened.page.locator("html").get_attribute("lang") == "en"
    assert (
        opened.page.locator("h1").inner_text() == opened.page.title() == "Actors and alliances in the Sahel"
    )
    assert "Armed groups" in opened.page.locator("#legend").inner_text()
    assert opened.run(
        "JSON.stringify(Object.keys(WORDS.fr).sort()) === JSON.stringify(Object.keys(WORDS.en).sort())"
    )


def test_all_of_it_can_be_reached_with_the_keyboard(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    opened = visit(sahel)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("niger")
    opened.page.keyboard.press("Enter")
    assert opened.run("document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.panel.is_hidden()
    opened.page.locator("#graph").focus()
    before = opened.run("[network.getScale(), network.getViewPosition().x]")
    opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowRight")
    after = opened.run("[network.getScale(), network.getViewPosition().x]")
    assert after[0] > before[0]
    assert after[1] > before[1]
    opened.unfold(opened.page.locator("#listed"))
    opened.page.locator("#actors-list button", has_text="JNIM").press("Enter")
    assert opened.panel.locator("h2").inner_text() == "JNIM"


def test_light_and_dark_follow_the_reader(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    def look(scheme: str) -> tuple[str, str]:
        opened = visit(sahel, scheme=scheme)
        paper = opened.run("getComputedStyle(document.body).backgroundColor")
        return paper, opened.run("nodeSet.get('mali').color.background")

    light, dark = look("light"), look("dark")
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_the_same_network_gives_the_same_picture(visit: Any, sahel: nx.MultiDiGraph[str]) -> None:
    places = "JSON.stringify(network.getPositions())"
    assert visit(sahel).run(places) == visit(sahel).run(places)


def test_an_empty_network_is_said_to_be_empty(visit: Any) -> None:
    opened = visit(nx.MultiDiGraph())
    assert "Rien à montrer" in opened.page.locator("#notice").inner_text()
    assert opened.complaints == []
