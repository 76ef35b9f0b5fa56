/* The panel: what is known of an actor or a line, claim by claim. Everything that came from an article
 * enters the page as text (`make`), and links only where they are http or https. */

const panel = document.getElementById("panel");
const MOST_LINES = 30;

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
  panel.append(
    make("button", {
      type: "button",
      class: "close",
      "aria-label": say("close"),
      text: "×",
      on: { click: () => select(null) },
    }),
  );
  panel.append(...(actors.has(selected) ? actorPage(actors.get(selected)) : linePage(selected)));
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
    page.push(
      make(
        "p",
        { class: "aliases" },
        make("span", { class: "quiet", text: `${say("aliases")} ` }),
        ...joined(others.slice(0, 12)),
      ),
    );
  }
  if (actor.wikidata) {
    page.push(
      make("p", {}, link(`https://www.wikidata.org/wiki/${actor.wikidata}`, `Wikidata ${actor.wikidata}`)),
    );
  }
  page.push(focusButtons(actor));
  const line = timeline(actor.id);
  if (line) page.push(make("h3", { text: say("timeline") }), line);
  if (!scene.neighbours.has(actor.id)) page.push(make("p", { class: "quiet", text: say("notHere") }));
  for (const group of groups) {
    const ours = bundles.filter((bundle) => bundle.group === group);
    if (!ours.length) continue;
    page.push(make("h3", { class: `group ${group}`, text: say("groups")[group] }));
    page.push(...ours.slice(0, MOST_LINES).map((bundle) => bundleLine(bundle, actor.id)));
    if (ours.length > MOST_LINES) page.push(otherLines(ours.slice(MOST_LINES), actor.id));
  }
  return page;
}

/** What is left of a long list, built only when it is asked for. */
function otherLines(bundles, seenFrom) {
  const button = make("button", { type: "button", class: "link", text: say("others", bundles.length) });
  const row = make("p", {}, button);
  button.addEventListener("click", () => {
    const lines = bundles.map((bundle) => bundleLine(bundle, seenFrom));
    row.replaceWith(...lines);
    lines[0].querySelector("summary").focus();
  });
  return row;
}

function joined(names) {
  return names
    .flatMap((name, index) => [index ? ", " : "", make("bdi", { text: name })])
    .filter((part) => part !== "");
}

function focusButtons(actor) {
  const focused = choices.focus === actor.id;
  const row = make("div", { class: "buttons" });
  row.append(
    make("button", {
      type: "button",
      id: "focus",
      text: say(focused ? "unfocus" : "focus"),
      "aria-pressed": `${focused}`,
      on: { click: () => change({ focus: focused ? null : actor.id }, { refit: true, keepFocus: "focus" }) },
    }),
  );
  const depth = make("select", {
    id: "depth",
    "aria-label": say("depth"),
    on: {
      change: () => change({ focus: actor.id, depth: +depth.value }, { refit: true, keepFocus: "depth" }),
    },
  });
  for (const value of [1, 2, 3])
    depth.append(
      make("option", { value, text: `${say("depth")} ${value}`, selected: value === choices.depth }),
    );
  row.append(depth);
  return row;
}

/** The bundles of an actor that the present filters and day leave, the best supported first. */
function bundlesOf(id) {
  const { bundles } = bundlesOn(choices.day, edgesOf.get(id));
  for (const bundle of bundles)
    Object.assign(bundle, { standing: standingOf(bundle), count: voices(bundle) });
  return bundles.sort((a, b) =>
    a.relation < b.relation ? -1 : a.relation > b.relation ? 1 : b.count - a.count,
  );
}

/** One relation of an actor, its claims behind a disclosure and built only when it is opened. */
function bundleLine(bundle, seenFrom) {
  const inverse = bundle.to === seenFrom && bundle.from !== seenFrom;
  const other = actors.get(inverse ? bundle.from : bundle.to);
  const summary = make(
    "summary",
    {},
    standingMark(bundle.group, bundle.standing),
    make("span", { text: `${relationText(relations.get(bundle.relation), inverse)} ` }),
    make("bdi", { class: "name", text: actorName(other) }),
    make("span", { class: "count", text: bundle.count > 1 ? ` ×${bundle.count}` : "" }),
  );
  const box = make("details", { class: "bundle" }, summary);
  box.addEventListener("toggle", () => {
    if (!box.open || box.childElementCount > 1) return;
    box.append(
      make("button", {
        type: "button",
        class: "link",
        text: `→ ${actorName(other)}`,
        on: { click: () => select(other.id, { go: true }) },
      }),
    );
    box.append(...claimsOf(bundle));
  });
  return box;
}

// --- a line

function linePage(id) {
  const bundle = scene.bundles.find((one) => one.id === id);
  const line = bundle ? lineOf([bundle]) : selectedLine(scene);
  if (!line) return [make("p", { class: "quiet", text: say("notHere") })];
  const end = (actor) =>
    make(
      "button",
      { type: "button", class: "actor", dir: "auto", on: { click: () => select(actor.id, { go: true }) } },
      typeMark(actor.type),
      make("bdi", { text: actorName(actor) }),
    );
  const inOrder = [...line.bundles].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return [
    make(
      "p",
      { class: `kind group ${line.group}` },
      standingMark(line.group, line.standing),
      make("span", {
        text: `${say("groups")[line.group]} · ${say("standing")[line.standing]} · ${say("sourcesCount", line.count)}`,
      }),
    ),
    make(
      "h2",
      { class: "edge" },
      end(actors.get(line.from)),
      make("span", {
        class: "relation",
        text:
          line.bundles.length > 1
            ? say("relationsCount", line.bundles.length)
            : relationText(relations.get(line.bundles[0].relation)),
      }),
      end(actors.get(line.to)),
    ),
    ...(line.bundles.length > 1
      ? inOrder.flatMap((one) => [sentenceHead(one), ...claimsOf(one)])
      : claimsOf(line.bundles[0])),
  ];
}

/** Who does what to whom, above the claims of one relation of several. */
function sentenceHead({ from, to, relation, group }) {
  const name = (id) => make("bdi", { text: actorName(actors.get(id)) });
  return make(
    "h3",
    { class: `group ${group}` },
    name(from),
    make("span", { text: ` ${relationText(relations.get(relation))} ` }),
    name(to),
  );
}

/** The memberships, then the claims that they do not already hold, each with its sources, by date. What
 * only prints again what is already told is listed there as a reprint. */
function claimsOf(bundle) {
  const told = [];
  const cards = [];
  for (const part of [...bundle.parts].sort((a, b) => compared(a.edge, b.edge))) {
    const { sources } = part.edge;
    const earlier = told.length;
    for (const source of sources) {
      const voice = told.find((sayings) => sayings.some((one) => isReprint(one, source)));
      if (voice) voice.push(source);
      else told.push([source]);
    }
    if (!sources.length || told.length > earlier) cards.push([part, told.slice(earlier)]);
  }
  return cards.map(([part, voices]) => claimCard(part, voices));
}

/** Memberships come first, then claims by date; those of articles that print others come last. */
function compared(one, other) {
  const copies = ({ sources }) => sources.some(({ document }) => document.text !== document.name);
  const layer = (edge) => (edge.layer === "membership" ? 0 : copies(edge) ? 2 : 1);
  const begin = (edge) => edge.bounds.find((day) => day !== null) ?? 1e9;
  return layer(one) - layer(other) || begin(one) - begin(other) || (one.id < other.id ? -1 : 1);
}

function claimCard({ edge, standing }, told) {
  const card = make("article", { class: "claim" });
  const head = make("p", { class: "head" });
  head.append(
    make("span", {
      class: `badge ${standing}`,
      text: edge.layer === "membership" ? say("standing")[standing] : say("status")[edge.status],
    }),
  );
  head.append(make("span", { class: "when", text: sayWhen(edge.when, edge.kind) }));
  if (edge.when) head.append(make("code", { title: say("asGiven"), text: edge.when }));
  card.append(head);
  if (edge.layer === "membership") card.append(make("p", { class: "quiet", text: say("membership") }));
  if (
    standing === "certain" &&
    edge.layer === "membership" &&
    edge.bounds[2] !== null &&
    edge.bounds[3] === null
  ) {
    card.append(make("p", { class: "quiet", text: say("sureUntil", read(toIso(edge.bounds[2]))) }));
  }
  if (edge.role) card.append(make("p", { class: "role" }, make("bdi", { text: edge.role })));
  for (const voice of told) card.append(quotation(voice, edge));
  if (edge.confidence < 1)
    card.append(make("p", { class: "quiet", text: say("confidence", edge.confidence) }));
  return card;
}

/** A sentence and the article that has it; its reprints behind a disclosure. */
function quotation([first, ...others], edge) {
  const articles = new Set(others.map(({ document }) => document));
  const reprints = [...articles].filter((document) => document !== first.document && !document.curated);
  const figure = make("figure", {});
  if (first.text)
    figure.append(make(first.document.curated ? "p" : "blockquote", { dir: "auto", text: first.text }));
  const caption = make("figcaption", {});
  if (first.speakers.length)
    caption.append(make("span", { class: "speaker", text: `${say("saidBy", first.speakers.join(", "))}` }));
  if (first.status !== "asserted" && (edge.layer === "membership" || first.status !== edge.status)) {
    caption.append(make("span", { class: `badge ${first.status}`, text: say("status")[first.status] }));
  }
  caption.append(reference(first.document));
  if (reprints.length) {
    caption.append(
      make(
        "details",
        { class: "reprints" },
        make("summary", { text: say("reprints", reprints.length) }),
        ...reprints.map(reference),
      ),
    );
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
  return make("a", {
    href,
    target: "_blank",
    rel: "noopener noreferrer",
    title: href,
    dir: "auto",
    text: `${text} ↗`,
  });
}
