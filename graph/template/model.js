/* The network as data, the reader's choices, and what these choices leave in view. */

const data = JSON.parse(document.getElementById("data").textContent);
for (const [one, words] of Object.entries(data.words)) Object.assign(WORDS[one], words);
const STANDINGS = Object.keys(WORDS.fr.standing);
const LINES_PER_ACTOR = 2;
const MOST_ACTORS = 10000;
const CURATED = "\u0001";
const UNNAMED = "\u0002";

const actors = new Map(data.nodes.map((node) => [node.id, node]));
const relations = new Map(Object.entries(data.relations));
const types = Object.keys(WORDS.fr.types).filter((type) => data.nodes.some((node) => node.type === type));
const groups = Object.keys(WORDS.fr.groups).filter((group) =>
  data.edges.some((edge) => edge.group === group),
);

for (const source of data.sources) {
  source.document = data.documents[source.document];
  source.text = data.sentences[source.sentence];
  source.publisher = source.document.publisher || (source.document.curated ? CURATED : UNNAMED);
}
const edges = data.edges.map((edge) => {
  const relation = relations.get(edge.relation);
  const [a, b] = relation.symmetric && edge.to < edge.from ? [edge.to, edge.from] : [edge.from, edge.to];
  return {
    ...edge,
    from: a,
    to: b,
    kind: relation.kind,
    bounds: edge.bounds.map(toDay),
    sources: edge.sources.map((index) => data.sources[index]),
    types: [actors.get(a).type, actors.get(b).type],
    bundle: `${a}\n${b}\n${edge.relation}`,
    line: lineId(a, b, relation.group),
  };
});
const drawable = edges.filter((edge) => edge.from !== edge.to);
const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of edges) {
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
}
/** What articles say; all, where there are only actor files. First views and measures go by these. */
const reported = edges.some((edge) => !edge.curated) ? edges.filter((edge) => !edge.curated) : edges;
const isReported = new Set(reported);
const publishers = countedPublishers();
/** Bundles whose claims have been fused into memberships: on a day, these say whether somebody belongs. */
const fused = new Set(edges.filter((edge) => edge.layer === "membership").map((edge) => edge.bundle));

/** Everything the reader can choose; what is in an `off` set is hidden. */
const choices = {
  day: null,
  focus: null,
  depth: 1,
  limit: data.view.limit,
  window: 90,
  undated: false,
  areas: true,
  thin: true,
  merged: true,
  selected: null,
  off: { types: new Set(), relations: new Set(), standings: new Set(), publishers: new Set() },
};

function countedPublishers() {
  const counts = new Map();
  for (const edge of edges) {
    for (const name of new Set(edge.sources.map((source) => source.publisher))) {
      counts.set(name, (counts.get(name) || 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** What an edge says on a day: one of STANDINGS and an opacity; null where it says nothing then. */
function standingOn(edge, day) {
  if (day !== null && !isDated(edge)) return choices.undated ? { standing: stated(edge), opacity: 1 } : null;
  const shown = presence(edge, day, choices.window);
  if (!shown) return null;
  const standing = stated(edge);
  return {
    standing: standing === "certain" && !shown.certain ? "possible" : standing,
    opacity: shown.opacity,
  };
}

function stated(edge) {
  if (edge.status === "asserted") return "certain";
  return edge.status === "negated" ? "denied" : edge.status;
}

function passes(edge) {
  const { off } = choices;
  return (
    !off.relations.has(edge.relation) &&
    !off.types.has(edge.types[0]) &&
    !off.types.has(edge.types[1]) &&
    (off.publishers.size === 0 ||
      edge.sources.length === 0 ||
      edge.sources.some((source) => !off.publishers.has(source.publisher)))
  );
}

/** All bundles (the edges of one relation between two actors) that the filters leave on a day. */
function bundlesOn(day, among = drawable) {
  const bundles = new Map();
  let undated = 0;
  for (const edge of among) {
    const shown = standingOn(edge, day);
    if ((!shown && isDated(edge)) || !passes(edge)) continue;
    if (!shown) undated += 1;
    if (!shown || choices.off.standings.has(shown.standing)) continue;
    let bundle = bundles.get(edge.bundle);
    if (!bundle) {
      bundle = {
        id: edge.bundle,
        from: edge.from,
        to: edge.to,
        relation: edge.relation,
        group: edge.group,
        parts: [],
      };
      bundles.set(edge.bundle, bundle);
    }
    bundle.parts.push({ edge, ...shown });
  }
  return { bundles: [...bundles.values()].filter((bundle) => day === null || isBorneOut(bundle)), undated };
}

/** Is there a fused membership for what claims say of a day, or are they of another standing? An article
 * that knows of no end does not prolong a membership whose end another tells. */
function isBorneOut({ id, parts }) {
  const holds = ({ standing }) => standing === "certain" || standing === "possible";
  return !fused.has(id) || parts.some((part) => part.edge.layer === "membership" || !holds(part));
}

/** A membership speaks for its bundle; without one, the strongest claim does, contested by a denial for
 * the same time. */
function standingOf(bundle) {
  const memberships = bundle.parts.filter((part) => part.edge.layer === "membership");
  const parts = memberships.length ? memberships : bundle.parts;
  const speaking = new Set(parts.map((part) => part.standing));
  if (speaking.has("contested")) return "contested";
  const denials = parts.filter((part) => part.standing === "denied");
  const said = parts.filter((part) => part.standing === "certain" || part.standing === "possible");
  if (denials.some((one) => said.some((other) => mayMeet(one.edge.bounds, other.edge.bounds))))
    return "contested";
  return STANDINGS.find((standing) => speaking.has(standing));
}

/** How many sources stand behind a bundle: articles that print one text, or have one sentence, are one. */
function voices(bundle) {
  const first = new Map();
  let bare = 0;
  for (const { edge } of bundle.parts) {
    if (!edge.sources.length) bare += 1;
    for (const { sentence, document } of edge.sources) {
      if (!first.has(sentence)) first.set(sentence, document.text);
    }
  }
  return new Set(first.values()).size + bare;
}

/** Do two sources say one thing in one voice: the same sentence, or the same text in another paper? */
function isReprint(one, other) {
  return (
    one.sentence === other.sentence ||
    (one.document !== other.document && one.document.text === other.document.text)
  );
}

function lineId(a, b, group) {
  return a < b ? `${a}\n${b}\n${group}` : `${b}\n${a}\n${group}`;
}

/** The lines that are drawn: a bundle each, or, so that they can be told apart, one for all bundles of a
 * kind (membership, conflict …) between two actors. */
function linesOf(bundles) {
  const together = new Map();
  for (const bundle of bundles) {
    const id = choices.merged ? lineId(bundle.from, bundle.to, bundle.group) : bundle.id;
    if (!together.has(id)) together.set(id, []);
    together.get(id).push(bundle);
  }
  return [...together.values()].map(lineOf);
}

function lineOf(bundles) {
  const [first] = bundles;
  const points = (from) =>
    bundles.some((bundle) => bundle.from === from && !relations.get(bundle.relation).symmetric);
  const standings = new Set(bundles.map((bundle) => bundle.standing));
  return {
    id: bundles.length === 1 ? first.id : lineId(first.from, first.to, first.group),
    from: first.from,
    to: first.to,
    group: first.group,
    bundles,
    forth: points(first.from),
    back: points(first.to),
    standing: standings.has("contested") ? "contested" : STANDINGS.find((one) => standings.has(one)),
    opacity: Math.max(...bundles.map((bundle) => bundle.opacity)),
    count: bundles.length === 1 ? first.count : voices({ parts: bundles.flatMap((bundle) => bundle.parts) }),
  };
}

/** The line that is drawn for what is selected; undefined where it is an actor, nothing, or not drawn. */
function selectedLine({ lines }) {
  const { selected } = choices;
  const isIt = (line) => line.id === selected || lineId(line.from, line.to, line.group) === selected;
  return lines.find(isIt) || lines.find((line) => line.bundles.some((bundle) => bundle.id === selected));
}

function neighboursIn(bundles) {
  const neighbours = new Map();
  const add = (a, b) => {
    if (!neighbours.has(a)) neighbours.set(a, new Set());
    neighbours.get(a).add(b);
  };
  for (const bundle of bundles) {
    add(bundle.from, bundle.to);
    add(bundle.to, bundle.from);
  }
  return neighbours;
}

/** The actors within `depth` steps of one actor, with their distance from it. */
function around(actor, depth, neighbours) {
  const distance = new Map([[actor, 0]]);
  let edge = [actor];
  for (let step = 1; step <= depth; step += 1) {
    const next = [];
    for (const id of edge) {
      for (const other of neighbours.get(id) || []) {
        if (!distance.has(other)) {
          distance.set(other, step);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  return distance;
}

/** The actors in the order in which they deserve to be shown: by distance from the focus, then by how many
 * others articles link them to, then by how many anything links them to. */
function rankedActors(neighbours, told, distance) {
  const count = (among, id) => (among.get(id) || new Set()).size;
  const rank = new Map();
  for (const id of distance ? distance.keys() : neighbours.keys()) {
    rank.set(id, [distance ? distance.get(id) : 0, -count(told, id), -count(neighbours, id)]);
  }
  return [...rank.keys()].sort((a, b) => {
    const [one, other] = [rank.get(a), rank.get(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (a < b ? -1 : 1);
  });
}

/** The actors of the first view of the whole time: on a day, they have their places whether or not an
 * article speaks of them then, so that the picture stays one picture while time passes. */
let home = { key: null, actors: new Set() };

function homeActors() {
  const { off } = choices;
  const key = JSON.stringify([
    choices.focus,
    choices.depth,
    choices.limit,
    Object.values(off).map((set) => [...set]),
  ]);
  if (home.key !== key) home = { key, actors: new Set(sceneOn(null).actors) };
  return home.actors;
}

/** What holds on a day and over the whole time, kept while the filters stay as they are. */
const held = { day: { key: null }, whole: { key: null } };

function heldOn(day) {
  const slot = day === null ? "whole" : "day";
  const off = Object.values(choices.off).map((set) => [...set]);
  const key = JSON.stringify([day, choices.window, choices.undated, off]);
  if (held[slot].key !== key) {
    const { bundles, undated } = bundlesOn(day);
    const reports = bundles.filter((bundle) => bundle.parts.some((part) => isReported.has(part.edge)));
    held[slot] = { key, bundles, undated, neighbours: neighboursIn(bundles), told: neighboursIn(reports) };
  }
  return held[slot];
}

/** What is to be drawn: actors and bundles, and how much is left out. */
function sceneOn(day) {
  const { bundles, undated, neighbours, told } = heldOn(day);
  const distance = choices.focus ? around(choices.focus, choices.depth, neighbours) : null;
  const order = rankedActors(neighbours, told, distance);
  const known = day === null ? neighbours : homeActors();
  const staying = order.filter((id) => told.has(id) || known.has(id));
  const shown = new Set(staying.slice(0, Math.min(choices.limit, MOST_ACTORS)));
  if (choices.selected && actors.has(choices.selected)) shown.add(choices.selected);
  const among = bundles.filter((bundle) => shown.has(bundle.from) && shown.has(bundle.to));
  for (const bundle of among) {
    bundle.standing = standingOf(bundle);
    bundle.opacity = Math.max(...bundle.parts.map((part) => part.opacity));
    bundle.count = voices(bundle);
  }
  const lines = thinned(linesOf(among), shown.size * LINES_PER_ACTOR);
  const drawn = lines.flatMap((line) => line.bundles);
  const ends = new Set(drawn.flatMap((bundle) => [bundle.from, bundle.to]));
  for (const id of shown) {
    if (!ends.has(id) && id !== choices.selected && id !== choices.focus) shown.delete(id);
  }
  if (!edges.length) data.nodes.slice(0, choices.limit).forEach((node) => shown.add(node.id));
  return {
    actors: shown,
    lines,
    bundles: drawn,
    thinned: among.length - drawn.length,
    candidates: order.length,
    undated,
    neighbours,
    distance,
  };
}

/** The best supported lines, `most` of them, with each actor's own best and all that touch the chosen. */
function thinned(lines, most) {
  if (!choices.thin || lines.length <= most) return lines;
  const chosen = selectedLine({ lines });
  const touched = (line) =>
    line === chosen ||
    [choices.selected, choices.focus].some((id) => id && (line.from === id || line.to === id));
  const support = new Map(lines.map((line) => [line, supportOf(line)]));
  const best = [...lines].sort((a, b) => support.get(b) - support.get(a) || (a.id < b.id ? -1 : 1));
  const linked = new Set();
  let kept = 0;
  return best.filter((line) => {
    const first = !linked.has(line.from) || !linked.has(line.to);
    if (!first && kept >= most && !touched(line)) return false;
    linked.add(line.from).add(line.to);
    kept += 1;
    return true;
  });
}

function supportOf({ bundles, count, standing }) {
  const told = bundles.some((bundle) => bundle.parts.some((part) => isReported.has(part.edge)));
  const lasts = bundles.some((bundle) => relations.get(bundle.relation).kind === "state");
  return (told ? 1000 : 0) + count + (lasts ? 2 : 0) - STANDINGS.indexOf(standing) / 10;
}

/** Every day on which the network changes, in order, within the reach of the slider. */
function changes() {
  const days = new Set();
  for (const edge of edges) {
    const [start, , , end] = edge.bounds;
    if (start !== null) days.add(start);
    if (end !== null) days.add(edge.kind === "event" ? end : end + 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** The first and the last day of the slider: all but the oldest twentieth of the bounds, so that a few old
 * founding dates do not squeeze what happened since. */
function reach() {
  const days = reported
    .flatMap((edge) => edge.bounds)
    .filter((day) => day !== null)
    .sort((a, b) => a - b);
  const published = data.documents.map((document) => toDay(document.date)).filter((day) => day !== null);
  const all = days.length ? days : published;
  if (!all.length) return null;
  const low = days.length > 20 ? days[Math.floor(days.length / 20)] : all[0];
  const starts = edges.map((edge) => edge.bounds[1]).filter((day) => day !== null);
  const high = [...published, ...starts].reduce((a, b) => Math.max(a, b), all[all.length - 1]);
  return [low, Math.max(high, low + 1)];
}
