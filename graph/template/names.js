/* Names: the most connected first, each beside its actor where there is room, else left out until the
 * reader comes closer; no two overlap. And the counts on the lines. */

const MOST_NAMES = 600;
const MOST_NAMES_IN_A_CROWD = 150;
const LONG_NAME = 16;
/** The height of a line of a name, as a share of its letters'. */
const LINE = 1.15;
/** The share of a name's box that may lie over something else without being noticed. */
const TOUCHED = 0.06;

const widths = new Map();

network.on("afterDrawing", (context) => {
  if (!scene) return;
  const scale = network.getScale();
  const topLeft = network.DOMtoCanvas({ x: 0, y: 0 });
  const bottomRight = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
  const places = placesNow();
  const inView = Object.keys(places).filter((id) => {
    const { x, y } = places[id];
    return x > topLeft.x && x < bottomRight.x && y > topLeft.y && y < bottomRight.y;
  });
  const view = [topLeft.x, topLeft.y, bottomRight.x, bottomRight.y];
  const near = nearSelected();
  const weight = (id) =>
    (id === choices.selected ? 1e6 : 0) + (near?.has(id) ? 1e5 : 0) + actors.get(id).size;
  const most = isCrowd() ? MOST_NAMES_IN_A_CROWD : MOST_NAMES;
  inView.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  const taken = inView.slice(0, most).map((id) => {
    const [{ x, y }, half] = [places[id], actors.get(id).size * 0.8];
    return [x - half, y - half, x + half, y + half];
  });
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const id of inView.slice(0, most)) {
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
  if (!isCrowd()) drawCounts(context, taken, near, 10.5 / Math.min(Math.max(scale, 0.1), 1.6));
  context.restore();
});

/** How many sources stand behind a line, in the middle of it where there is room. */
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
  return line === scene.chosen || line.from === choices.selected || line.to === choices.selected;
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
