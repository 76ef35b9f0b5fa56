/* The canvas: vis-network draws actors and edges, this file says how they look, and draws the names and
 * the alliances' areas itself, so that no two names overlap. */

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
const CROWDED = 800;
const MOST_NAMES = 600;
const LONG_NAME = 16;
/** The height of a line of a name, as a share of its letters'. */
const LINE = 1.15;
/** The share of a name's box that may lie over something else without being noticed. */
const TOUCHED = 0.03;

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const drawnAs = new Map();
const widths = new Map();
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
  const near = nearSelected();
  const wanted = new Map();
  const places = choices.focus ? ringPlaces() : null;
  for (const id of scene.actors) wanted.set(id, nodeStyle(actors.get(id), !near || near.has(id), places));
  sync(nodeSet, wanted);
  const lines = new Map();
  const perPair = new Map();
  const chosen = selectedLine(scene);
  for (const line of scene.lines) {
    const pair = lineId(line.from, line.to, "");
    const position = perPair.get(pair) || 0;
    perPair.set(pair, position + 1);
    lines.set(line.id, edgeStyle(line, position, !near || touches(line), line === chosen));
  }
  sync(edgeSet, lines);
  network.redraw();
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
  const line = selectedLine(scene);
  return line ? new Set([line.from, line.to]) : null;
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

/** So many lines that bends, dashes and areas would cost more time than they tell. */
function crowded() {
  return scene.lines.length > CROWDED;
}

function edgeStyle(line, position, lit, chosen) {
  const { standing } = line;
  const colour = lineColour(line.group, standing);
  const bend = (BENDS[position] ?? 0.4) * (line.from < line.to ? 1 : -1);
  const beside = choices.focus && line.from !== choices.focus && line.to !== choices.focus && !chosen;
  const strength = (beside ? 0.25 : 0.9) * (crowded() && standing !== "certain" ? 0.5 : 1);
  const curved = bend !== 0 && !crowded();
  const arrow = (enabled) => ({ enabled, scaleFactor: 0.45 });
  return {
    id: line.id,
    from: line.from,
    to: line.to,
    width: Math.min(1 + Math.log2(line.count), 5) + (chosen ? 2 : 0),
    dashes: crowded() ? false : DASHES[standing],
    color: { color: colour, highlight: colour, hover: colour, opacity: lit ? strength * line.opacity : 0.13 },
    arrows: { to: arrow(line.forth), from: arrow(line.back) },
    smooth: curved
      ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) }
      : false,
  };
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
  if (!scene || !choices.areas || crowded()) return;
  const places = network.getPositions([...scene.actors]);
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
  if (choices.selected)
    return [choices.selected, choices.focus].filter((id) => found.has(id)).map((id) => found.get(id));
  const readable = [...found.values()].filter(
    ({ members }) => members.length >= 3 && members.length <= LARGEST_AREA,
  );
  return readable
    .sort((a, b) => b.support - a.support || b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
    .slice(0, AREAS);
}

/* Names: the most connected first, each beside its actor where there is room, else left out until the
 * reader comes closer. */
network.on("afterDrawing", (context) => {
  if (!scene) return;
  const scale = network.getScale();
  const topLeft = network.DOMtoCanvas({ x: 0, y: 0 });
  const bottomRight = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
  const places = network.getPositions([...scene.actors]);
  const inView = Object.keys(places).filter((id) => {
    const { x, y } = places[id];
    return x > topLeft.x && x < bottomRight.x && y > topLeft.y && y < bottomRight.y;
  });
  const view = [topLeft.x, topLeft.y, bottomRight.x, bottomRight.y];
  const near = nearSelected();
  const weight = (id) =>
    (id === choices.selected ? 1e6 : 0) + (near?.has(id) ? 1e5 : 0) + actors.get(id).size;
  inView.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  const taken = inView.slice(0, MOST_NAMES).map((id) => {
    const [{ x, y }, half] = [places[id], actors.get(id).size * 0.8];
    return [x - half, y - half, x + half, y + half];
  });
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const id of inView.slice(0, MOST_NAMES)) {
    const actor = actors.get(id);
    const size =
      Math.max(Math.min(10 + actor.size / 4, 17), id === choices.selected ? 15 : 11) /
      Math.min(Math.max(scale, 0.1), 1.6);
    const name = nameLines(actor);
    const wide = Math.max(...name.map((line) => textWidth(context, line))) * size;
    const box = freeBox(
      places[id],
      actor.size,
      wide,
      size * LINE * name.length,
      taken,
      view,
      actor.size > 14 || id === choices.selected,
    );
    if (!box) continue;
    taken.push(box);
    context.globalAlpha = !near || near.has(id) ? 1 : 0.45;
    context.font = `${actor.size > 20 || id === choices.selected ? 600 : 400} ${size}px ${FONT}`;
    context.strokeStyle = theme.paper;
    context.fillStyle = theme.ink;
    context.lineWidth = size / 3.5;
    name.forEach((line, index) => {
      const [x, y] = [(box[0] + box[2]) / 2, box[1] + size * LINE * (index + 0.5)];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
  drawCounts(context, taken, near, 10.5 / Math.min(Math.max(scale, 0.1), 1.6));
  context.restore();
});

/** How many sentences stand behind a line, in the middle of it where there is room. */
function drawCounts(context, taken, near, size) {
  context.font = `600 ${size}px ${FONT}`;
  const counted = scene.lines.filter((line) => line.count > 1 && (!near || touches(line)));
  counted.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  for (const line of counted.slice(0, 150)) {
    const middle = network.body.edges[line.id]?.edgeType.getPoint(0.5);
    if (!middle) continue;
    const half = (`${line.count}`.length * size * 0.62) / 2 + 2;
    const box = [middle.x - half, middle.y - size * 0.7, middle.x + half, middle.y + size * 0.7];
    if (overlaps(box, taken)) continue;
    taken.push(box);
    context.globalAlpha = 1;
    context.fillStyle = theme.paper;
    context.fillRect(box[0], box[1], 2 * half, size * 1.4);
    context.fillStyle = lineColour(line.group, line.standing);
    context.fillText(`${line.count}`, middle.x, middle.y);
  }
}

function touches(line) {
  return line === selectedLine(scene) || line.from === choices.selected || line.to === choices.selected;
}

function overlaps(box, taken) {
  return taken.some(
    (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1],
  );
}

/** A name in one line, or in two where it is long; the longest are cut. */
function nameLines(actor) {
  const whole = actorName(actor);
  const name = whole.length > 40 ? `${whole.slice(0, 39).trimEnd()}…` : whole;
  if (name.length <= LONG_NAME) return [name];
  const longer = (place) => Math.max(place, name.length - place);
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index).sort((a, b) => longer(a) - longer(b));
  return spaces.length ? [name.slice(0, spaces[0]), name.slice(spaces[0] + 1)] : [name];
}

function textWidth(context, text) {
  if (!widths.has(text)) {
    context.font = `600 100px ${FONT}`;
    widths.set(text, context.measureText(text).width / 100);
  }
  return widths.get(text);
}

/** Where a name may stand: below, above, right or left of its actor, or aslant of it, on the stage rather
 * than half off it. Where it `must` stand, it takes the place that hides least. */
function freeBox({ x, y }, radius, width, height, taken, view, must) {
  const [near, far] = [radius + 3, radius * 0.6];
  const at = (left, top) => [left, top, left + width, top + height];
  const tries = [
    at(x - width / 2, y + near - 1),
    at(x - width / 2, y - near - height + 1),
    at(x + near, y - height / 2),
    at(x - near - width, y - height / 2),
    at(x + far, y + far),
    at(x - far - width, y + far),
    at(x + far, y - far - height),
    at(x - far - width, y - far - height),
  ];
  const hidden = (box) => taken.reduce((sum, other) => sum + shared(box, other), 0) / (width * height);
  const outside = (box) => Math.round(10 * (1 - shared(box, view) / (width * height)));
  const costs = tries.map((box) => [hidden(box), outside(box), box]);
  const free = costs.filter(([hides]) => hides < TOUCHED).sort((a, b) => a[1] - b[1]);
  if (free.length) return free[0][2];
  return must ? costs.sort((a, b) => 10 * a[0] + a[1] - 10 * b[0] - b[1])[0][2] : null;
}

/** The area that two boxes have in common. */
function shared(one, other) {
  const wide = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const high = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function animation() {
  return CALM.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" };
}

/** Bring an actor into the middle of the view. */
function goTo(id) {
  if (scene.actors.has(id))
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: animation() });
}

/** Bring everything that is drawn into view, with room for the names. */
function seeAll(moving = true) {
  const places = Object.values(network.getPositions([...scene.actors]));
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
