/* The canvas: vis-network draws actors and edges, this file says how they look, and draws the alliances'
 * areas. Crowds and names are drawn by files of their own. */

const DASHES = {
  certain: false,
  possible: [8, 5],
  contested: [12, 4, 3, 4],
  planned: [14, 8],
  alleged: [2, 5],
  denied: [3, 7],
};
const BENDS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3];
const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");
const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const AREAS = 5;
const LARGEST_AREA = 16;

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const drawnAs = new Map();
const stage = document.getElementById("graph");
const network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, data.options);
let scene = null;
let theme = {};
let rings = { key: null, places: new Map() };

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  theme = {
    paper: colour("paper"),
    ink: colour("ink"),
    quiet: colour("quiet"),
    contested: colour("contested"),
    denied: colour("denied"),
  };
  for (const type of types) theme[type] = colour(type.toLowerCase());
  for (const group of groups) theme[group] = colour(group);
  theme.areas = Array.from({ length: AREAS }, (_, index) => colour(`area${index + 1}`));
}

function lineColour(group, standing) {
  if (standing === "contested" || standing === "denied") return theme[standing];
  return theme[group];
}

/** Draw the scene; only what has changed since the last one is touched. */
function draw(next) {
  scene = next;
  scene.chosen = selectedLine(scene);
  const near = nearSelected();
  const places = choices.focus ? ringPlaces() : null;
  const wanted = new Map();
  const lines = new Map();
  if (isCrowd()) {
    gather(places, near);
  } else {
    for (const id of scene.actors) wanted.set(id, nodeStyle(actors.get(id), !near || near.has(id), places));
    const perPair = new Map();
    for (const line of scene.lines) {
      const pair = lineId(line.from, line.to, "");
      const position = perPair.get(pair) || 0;
      perPair.set(pair, position + 1);
      lines.set(line.id, edgeStyle(line, position, !near || touches(line)));
    }
  }
  sync(nodeSet, wanted);
  sync(edgeSet, lines);
  network.redraw();
}

/** Where the actors of the scene stand, by id. */
function placesNow() {
  return isCrowd() ? crowd.places : network.getPositions([...scene.actors]);
}

function sync(set, wanted) {
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  const changed = [];
  for (const [id, style] of wanted) {
    const print = JSON.stringify(style);
    if (drawnAs.get(id) !== print || !set.get(id)) {
      drawnAs.set(id, print);
      changed.push(style);
    }
  }
  set.update(changed);
}

/** The selected actor or the ends of the selected line, with the actor's neighbours; null: all are equal. */
function nearSelected() {
  const { selected } = choices;
  if (!selected) return null;
  if (actors.has(selected)) return new Set([selected, ...(scene.neighbours.get(selected) || [])]);
  return scene.chosen ? new Set([scene.chosen.from, scene.chosen.to]) : null;
}

function nodeStyle(actor, lit, places) {
  const [x, y] = places?.get(actor.id) || [actor.x, actor.y];
  const colour = theme[actor.type];
  const chosen = actor.id === choices.selected || actor.id === choices.focus;
  return {
    id: actor.id,
    x,
    y,
    shape: actor.shape,
    size: actor.size,
    borderWidth: chosen ? 4 : 1.5,
    opacity: lit ? 1 : 0.35,
    color: {
      background: colour,
      border: chosen ? theme.ink : theme.paper,
      highlight: { background: colour, border: theme.ink },
      hover: { background: colour, border: theme.ink },
    },
  };
}

function isBeside(line) {
  return choices.focus && line.from !== choices.focus && line.to !== choices.focus && line !== scene.chosen;
}

function edgeStyle(line, position, lit) {
  const colour = lineColour(line.group, line.standing);
  const bend = (BENDS[position] ?? 0.4) * (line.from < line.to ? 1 : -1);
  const opacity = lit ? (isBeside(line) ? 0.25 : 0.9) * line.opacity : 0.13;
  const type = bend > 0 ? "curvedCW" : "curvedCCW";
  const arrow = (enabled) => ({ enabled, scaleFactor: 0.45 });
  return {
    id: line.id,
    from: line.from,
    to: line.to,
    width: widthOf(line),
    dashes: DASHES[line.standing],
    color: { color: colour, highlight: colour, hover: colour, opacity },
    arrows: { to: arrow(line.forth), from: arrow(line.back) },
    smooth: bend ? { enabled: true, type, roundness: Math.abs(bend) } : false,
  };
}

function widthOf(line) {
  return Math.min(1 + Math.log2(line.count), 5) + (line === scene.chosen ? 2 : 0);
}

/** Places for an actor's surroundings: itself in the middle, its neighbours on rings by kind of tie. They
 * do not depend on the day, so that nothing jumps while time passes. */
function ringPlaces() {
  const { off } = choices;
  const wide = Math.min(Math.max(stage.clientWidth / (stage.clientHeight || 1), 1), 1.5).toFixed(1);
  const key = JSON.stringify([
    wide,
    choices.focus,
    choices.depth,
    choices.limit,
    [...off.types],
    [...off.relations],
    [...off.publishers],
  ]);
  if (rings.key === key) return rings.places;
  const whole = sceneOn(null);
  const places = new Map([[choices.focus, [0, 0]]]);
  const angles = new Map();
  let radius = 0;
  for (let step = 1; step <= choices.depth; step += 1) {
    const members = [...whole.actors].filter((id) => whole.distance.get(id) === step);
    const order = step === 1 ? byTie(members, whole) : byParent(members, whole, angles);
    const perRing = Math.max(10, Math.ceil(order.length / Math.ceil(order.length / 30)));
    const layers = Math.ceil(order.length / perRing);
    radius = Math.max(radius + 210, (order.length * 110) / (2 * Math.PI * Math.max(1, layers)));
    order.forEach((id, index) => {
      const angle = (2 * Math.PI * index) / order.length - Math.PI / 2;
      const reach = radius + (index % layers) * 110;
      angles.set(id, angle);
      places.set(id, [Math.round(wide * reach * Math.cos(angle)), Math.round(reach * Math.sin(angle))]);
    });
    radius += (layers - 1) * 110;
  }
  rings = { key, places };
  return places;
}

function byTie(members, whole) {
  const tie = new Map();
  for (const bundle of whole.bundles) {
    const other =
      bundle.from === choices.focus ? bundle.to : bundle.to === choices.focus ? bundle.from : null;
    if (other) tie.set(other, Math.min(tie.get(other) ?? 9, groups.indexOf(bundle.group)));
  }
  const rank = (id) => [tie.get(id) ?? 9, types.indexOf(actors.get(id).type)];
  return members.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || (a < b ? -1 : 1));
}

function byParent(members, whole, angles) {
  const parent = (id) => {
    const known = [...(whole.neighbours.get(id) || [])]
      .map((other) => angles.get(other))
      .filter((angle) => angle !== undefined);
    return known.length ? Math.min(...known) : 0;
  };
  const at = new Map(members.map((id) => [id, parent(id)]));
  return members.sort((a, b) => at.get(a) - at.get(b) || (a < b ? -1 : 1));
}

/* Alliances: one soft stroke from the alliance to each member. Unlike a hull it never takes in an actor
 * that is no member. */
network.on("beforeDrawing", (context) => {
  if (!scene || !choices.areas || isCrowd()) return;
  const places = placesNow();
  context.save();
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = 46;
  alliances().forEach(({ id: alliance, members }, index) => {
    context.strokeStyle = theme.areas[index];
    context.globalAlpha = alliance === choices.selected ? 0.3 : DARK.matches ? 0.2 : 0.16;
    context.beginPath();
    for (const member of members) {
      if (!places[alliance] || !places[member]) continue;
      context.moveTo(places[alliance].x, places[alliance].y);
      context.lineTo(places[member].x, places[member].y);
    }
    context.stroke();
  });
  context.restore();
});

/** The alliances whose area is drawn: the one selected, else those of a readable size with the most sources. */
function alliances() {
  const found = new Map();
  for (const bundle of scene.bundles) {
    if (bundle.relation !== "member-of" || bundle.standing === "denied") continue;
    if (!found.has(bundle.to)) found.set(bundle.to, { id: bundle.to, members: [], support: 0 });
    const alliance = found.get(bundle.to);
    alliance.members.push(bundle.from);
    if (bundle.parts.some((part) => isReported.has(part.edge))) alliance.support += bundle.count;
  }
  if (choices.selected) {
    const chosen = [...new Set([choices.selected, choices.focus])];
    return chosen.filter((id) => found.has(id)).map((id) => found.get(id));
  }
  const readable = [...found.values()].filter(
    ({ members }) => members.length >= 3 && members.length <= LARGEST_AREA,
  );
  return readable
    .sort((a, b) => b.support - a.support || b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
    .slice(0, AREAS);
}

function animation() {
  return CALM.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" };
}

/** Bring an actor into the middle of the view. */
function goTo(id) {
  const position = placesNow()[id];
  if (position)
    network.moveTo({ position, scale: Math.max(network.getScale(), 0.9), animation: animation() });
}

/** Bring everything that is drawn into view, with room for the names. */
function seeAll(moving = true) {
  const places = Object.values(placesNow());
  if (!places.length) return;
  const side = (key, choose) => choose(...places.map((place) => place[key]));
  const [left, right, top, bottom] = [
    side("x", Math.min),
    side("x", Math.max),
    side("y", Math.min),
    side("y", Math.max),
  ];
  const [across, down] = [
    stage.clientWidth - Math.min(190, 0.25 * stage.clientWidth),
    Math.max(stage.clientHeight - 150, 80),
  ];
  const scale = Math.min(across / (right - left || 1), down / (bottom - top || 1), 1.3);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 - 12 / scale },
    scale,
    animation: moving && animation(),
  });
}
