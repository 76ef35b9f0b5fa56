"use strict";
/* The panel: what is known of an actor or a bundle, claim by claim. Everything that came from an article
 * enters the page as text (`make`), and links only where they are http or https. */

const panel = document.getElementById("panel");
const MOST_ROWS = 30;
const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, a text and children. `text` is never read as markup. */
function make(tag, { text, on, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  if (text !== undefined) element.textContent = text;
  for (const [event, listener] of Object.entries(on || {})) element.addEventListener(event, listener);
  element.append(...children.filter(Boolean));
  return element;
}

function draft(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function showPanel() {
  const { selected } = choices;
  panel.hidden = !selected;
  panel.replaceChildren();
  if (!selected) return;
  panel.append(make("button", { type: "button", class: "close", "aria-label": say("close"), text: "×", on: { click: () => select(null) } }));
  panel.append(...(actors.has(selected) ? actorPage(actors.get(selected)) : bundlePage(selected)));
  panel.scrollTop = 0;
}

// --- an actor

function actorPage(actor) {
  const bundles = bundlesOf(actor.id);
  const page = [
    make("p", { class: "kind" }, typeMark(actor.type), make("span", { text: say("type")[actor.type] })),
    make("h2", { text: actorName(actor), dir: "auto" }),
  ];
  const others = [...new Set(actor.aliases)].filter((name) => name !== actorName(actor));
  if (others.length) {
    page.push(make("p", { class: "aliases" }, make("span", { class: "quiet", text: `${say("aliases")} ` }), ...joined(others.slice(0, 12))));
  }
  if (actor.wikidata) {
    page.push(make("p", {}, link(`https://www.wikidata.org/wiki/${actor.wikidata}`, `Wikidata ${actor.wikidata}`)));
  }
  page.push(focusButtons(actor));
  const line = timeline(actor.id);
  if (line) page.push(make("h3", { text: say("timeline") }), line);
  if (!scene.neighbours.has(actor.id)) page.push(make("p", { class: "quiet", text: say("notHere") }));
  for (const group of groups) {
    const ours = bundles.filter((bundle) => bundle.group === group);
    if (!ours.length) continue;
    page.push(make("h3", { class: `group ${group}`, text: say("groups")[group] }));
    for (const bundle of ours) page.push(bundleLine(bundle, actor.id));
  }
  return page;
}

function joined(names) {
  return names.flatMap((name, index) => [index ? ", " : "", make("bdi", { text: name })]).filter((part) => part !== "");
}

function focusButtons(actor) {
  const focused = choices.focus === actor.id;
  const row = make("div", { class: "buttons" });
  row.append(make("button", {
    type: "button", id: "focus", text: say(focused ? "unfocus" : "focus"), "aria-pressed": `${focused}`,
    on: { click: () => change({ focus: focused ? null : actor.id }, { refit: true, keepFocus: "focus" }) },
  }));
  const depth = make("select", { id: "depth", "aria-label": say("depth"), on: { change: () => change({ focus: actor.id, depth: +depth.value }, { refit: true, keepFocus: "depth" }) } });
  for (const value of [1, 2, 3]) depth.append(make("option", { value, text: `${say("depth")} ${value}`, selected: value === choices.depth }));
  row.append(depth);
  return row;
}

/** The bundles of an actor that the present filters and day leave, the best supported first. */
function bundlesOf(id) {
  const found = new Map();
  for (const edge of edgesOf.get(id)) {
    if (!passes(edge)) continue;
    const shown = standingOn(edge, choices.day);
    if (!shown || choices.off.standings.has(shown.standing)) continue;
    if (!found.has(edge.bundle)) {
      found.set(edge.bundle, { id: edge.bundle, from: edge.from, to: edge.to, relation: edge.relation, group: edge.group, parts: [] });
    }
    found.get(edge.bundle).parts.push({ edge, ...shown });
  }
  const bundles = [...found.values()];
  for (const bundle of bundles) Object.assign(bundle, { standing: standingOf(bundle), count: voices(bundle) });
  return bundles.sort((a, b) => (a.relation < b.relation ? -1 : a.relation > b.relation ? 1 : b.count - a.count));
}

/** One relation of an actor, its claims behind a disclosure and built only when it is opened. */
function bundleLine(bundle, seenFrom) {
  const inverse = bundle.to === seenFrom && bundle.from !== seenFrom;
  const other = actors.get(inverse ? bundle.from : bundle.to);
  const summary = make("summary", {},
    standingMark(bundle.group, bundle.standing),
    make("span", { text: `${relationText(relations.get(bundle.relation), inverse)} ` }),
    make("bdi", { class: "name", text: actorName(other) }),
    make("span", { class: "count", text: bundle.count > 1 ? ` ×${bundle.count}` : "" }),
  );
  const box = make("details", { class: "bundle" }, summary);
  box.addEventListener("toggle", () => {
    if (!box.open || box.childElementCount > 1) return;
    box.append(make("button", { type: "button", class: "link", text: `→ ${actorName(other)}`, on: { click: () => select(other.id, { go: true }) } }));
    box.append(...claimsOf(bundle));
  });
  return box;
}

// --- a bundle

function bundlePage(id) {
  const bundle = scene.bundles.find((one) => one.id === id);
  if (!bundle) return [make("p", { class: "quiet", text: say("notHere") })];
  const end = (actor) => make("button", { type: "button", class: "actor", dir: "auto", on: { click: () => select(actor.id, { go: true }) } }, typeMark(actor.type), make("bdi", { text: actorName(actor) }));
  return [
    make("p", { class: `kind group ${bundle.group}` }, standingMark(bundle.group, bundle.standing), make("span", { text: `${say("groups")[bundle.group]} · ${say("standing")[bundle.standing]} · ${say("sourcesCount", bundle.count)}` })),
    make("h2", { class: "edge" }, end(actors.get(bundle.from)), make("span", { class: "relation", text: relationText(relations.get(bundle.relation)) }), end(actors.get(bundle.to))),
    ...claimsOf(bundle),
  ];
}

/** The memberships, then the claims that they do not already hold, each with its sources, by date. */
function claimsOf(bundle) {
  const inOrder = [...bundle.parts].sort((a, b) => rankOf(a.edge) - rankOf(b.edge) || (a.edge.id < b.edge.id ? -1 : 1));
  const told = new Set();
  const cards = [];
  for (const part of inOrder) {
    const fresh = part.edge.sources.filter((source) => !told.has(source.sentence));
    if (part.edge.sources.length && !fresh.length) continue;
    for (const source of part.edge.sources) told.add(source.sentence);
    cards.push(claimCard(part));
  }
  return cards;
}

function rankOf(edge) {
  return edge.layer === "membership" ? -1e9 : edge.bounds.find((bound) => bound !== null) ?? 1e9;
}

function claimCard({ edge, standing }) {
  const card = make("article", { class: "claim" });
  const head = make("p", { class: "head" });
  head.append(make("span", { class: `badge ${standing}`, text: edge.layer === "membership" ? say("standing")[standing] : say("status")[edge.status] }));
  head.append(make("span", { class: "when", text: sayWhen(edge.when, edge.kind) }));
  if (edge.when) head.append(make("code", { title: say("asGiven"), text: edge.when }));
  card.append(head);
  if (edge.layer === "membership") card.append(make("p", { class: "quiet", text: say("membership") }));
  if (standing === "certain" && edge.layer === "membership" && edge.bounds[2] !== null && edge.bounds[3] === null) {
    card.append(make("p", { class: "quiet", text: say("sureUntil", read(toIso(edge.bounds[2]))) }));
  }
  if (edge.role) card.append(make("p", { class: "role" }, make("bdi", { text: edge.role })));
  for (const [sentence, sources] of bySentence(edge.sources)) card.append(quotation(sentence, sources, edge));
  if (edge.confidence < 1) card.append(make("p", { class: "quiet", text: say("confidence", edge.confidence) }));
  return card;
}

function bySentence(sources) {
  const found = new Map();
  for (const source of sources) {
    if (!found.has(source.text)) found.set(source.text, []);
    found.get(source.text).push(source);
  }
  return found;
}

/** A sentence and the article that has it; its reprints behind a disclosure. */
function quotation(sentence, sources, edge) {
  const [first] = sources;
  const reprints = [...new Set(sources.map((source) => source.document))].filter((document) => document !== first.document && !document.curated);
  const figure = make("figure", {});
  if (sentence) figure.append(make(first.document.curated ? "p" : "blockquote", { dir: "auto", text: sentence }));
  const caption = make("figcaption", {});
  if (first.speakers.length) caption.append(make("span", { class: "speaker", text: `${say("saidBy", first.speakers.join(", "))}` }));
  if (first.status !== "asserted" && (edge.layer === "membership" || first.status !== edge.status)) {
    caption.append(make("span", { class: `badge ${first.status}`, text: say("status")[first.status] }));
  }
  caption.append(reference(first.document));
  if (reprints.length) {
    caption.append(make("details", { class: "reprints" }, make("summary", { text: say("reprints", reprints.length) }), ...reprints.map(reference)));
  }
  figure.append(caption);
  return figure;
}

function reference({ title, name, publisher, date, url, curated }) {
  const line = make("cite", {});
  line.append(link(url, title || name));
  const about = [curated ? say("curated") : publisher, date ? sayDate(date) : null].filter(Boolean);
  if (about.length) line.append(make("bdi", { class: "quiet", text: ` ${about.join(", ")}` }));
  return line;
}

function link(url, text) {
  const href = url ? safeUrl(url) : null;
  if (!href) return make("bdi", { text });
  return make("a", { href, target: "_blank", rel: "noopener noreferrer", title: href, dir: "auto", text: `${text} ↗` });
}

// --- an actor's memberships and offices, or an alliance's members, as bars over time

function timeline(id) {
  const spells = edgesOf.get(id).filter((edge) => edge.from !== edge.to && edge.kind === "state" && isDated(edge) && (edge.group === "membership" || edge.group === "offices"));
  const established = new Set(spells.filter((edge) => edge.layer === "membership").map((edge) => edge.bundle));
  const rows = new Map();
  for (const edge of spells) {
    if (edge.layer === "claim" && established.has(edge.bundle)) continue;
    if (edge.status === "denied" || edge.status === "negated" || !passes(edge)) continue;
    if (!rows.has(edge.bundle)) rows.set(edge.bundle, []);
    rows.get(edge.bundle).push(edge);
  }
  if (!rows.size) return null;
  const years = reachOf([...rows.values()].flat());
  const first = ([, list]) => Math.min(...list.map((edge) => edge.bounds[1] ?? edge.bounds[0] ?? years[0]));
  const shown = [...rows].sort((a, b) => first(a) - first(b) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_ROWS);
  const [width, labels, step] = [320, 120, 20];
  const x = (day) => labels + ((Math.min(Math.max(day, years[0]), years[1]) - years[0]) / (years[1] - years[0])) * (width - labels);
  const height = shown.length * step + 16;
  const svg = draft("svg", { viewBox: `0 0 ${width} ${height}`, class: "timeline", role: "img", "aria-label": say("timeline") });
  shown.forEach(([bundle, list], row) => {
    const y = row * step;
    const line = draft("g", { class: "row", tabindex: "0", role: "button" });
    const name = actorName(actors.get(list[0].from === id ? list[0].to : list[0].from));
    const label = draft("text", { x: labels - 6, y: y + 14, "text-anchor": "end" });
    label.textContent = name.length > 18 ? `${name.slice(0, 17)}…` : name;
    const title = draft("title", {});
    title.textContent = `${name} : ${list.map((edge) => sayWhen(edge.when, edge.kind)).join(" ; ")}`;
    line.append(title, draft("rect", { x: 0, y, width, height: step, class: "reach" }), label);
    for (const edge of list) {
      const [earliestStart, latestStart, earliestEnd, latestEnd] = edge.bounds;
      const bar = (from, to, kind, tall = 10) => to > from && line.append(draft("rect", { x: from, y: y + step / 2 - tall / 2, width: Math.max(to - from, 1.5), height: tall, rx: Math.min(2, tall / 2), class: `bar ${kind} ${edge.status}` }));
      const begin = earliestStart ?? latestStart ?? earliestEnd ?? latestEnd;
      const end = latestEnd ?? (earliestStart === null ? (earliestEnd ?? latestStart) : years[1]);
      bar(x(years[0]), earliestStart === null ? x(begin) : 0, "maybe", 2);
      bar(x(end), latestEnd === null ? x(years[1]) : 0, "maybe", 2);
      bar(x(begin), x(end) + 1.5, "maybe");
      if (latestStart !== null && earliestEnd !== null) bar(x(latestStart), x(earliestEnd) + 1.5, "sure");
    }
    const open = () => select(bundle, { go: true });
    line.addEventListener("click", open);
    line.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), open()));
    svg.append(line);
  });
  if (choices.day !== null) svg.append(draft("line", { x1: x(choices.day), x2: x(choices.day), y1: 0, y2: shown.length * step, class: "now" }));
  for (const [day, anchor] of [[years[0], "start"], [years[1], "end"]]) {
    const year = draft("text", { x: x(day), y: height - 3, "text-anchor": anchor, class: "year" });
    year.textContent = toIso(day).slice(0, 4);
    svg.append(year);
  }
  return svg;
}

/** The years that some spells touch, to the end of the slider or to where the last of them begins. */
function reachOf(spells) {
  const known = (days) => days.filter((day) => day !== null);
  const end = Math.max(span[1], ...known(spells.flatMap(({ bounds }) => [bounds[0], bounds[1]])).map((day) => day + 90));
  const days = known(spells.flatMap((edge) => edge.bounds)).filter((day) => day <= end);
  return [Math.min(...days, end - 2 * 365), end];
}

// --- marks: the shape of a type, the line of a relation

const SHAPES = {
  State: "M2 2h10v10H2z", Organisation: "M4 2h6l3 5-3 5H4L1 7z", ArmedGroup: "M7 1.5l6 11H1z",
  Person: "M7 1.5a5.5 5.5 0 1 0 .01 0z", Body: "M7 1l6 6-6 6-6-6z", Place: "M7 12.5l6-11H1z",
};

function typeMark(type) {
  const svg = draft("svg", { viewBox: "0 0 14 14", class: `mark ${type.toLowerCase()}`, "aria-hidden": "true" });
  svg.append(draft("path", { d: SHAPES[type] || SHAPES.Person }));
  return svg;
}

function standingMark(group, standing) {
  const svg = draft("svg", { viewBox: "0 0 30 10", class: `line ${group} ${standing}`, "aria-hidden": "true" });
  svg.append(draft("line", { x1: 1, x2: 29, y1: 5, y2: 5, "stroke-dasharray": (DASHES[standing] || []).join(" ") || "none" }));
  if (standing === "denied") svg.append(draft("path", { d: "M12 2l6 6m0-6l-6 6" }));
  return svg;
}
