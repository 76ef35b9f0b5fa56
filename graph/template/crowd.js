/* Crowds: for so many actors or lines, vis-network, which keeps an object for each, would freeze. It then
 * only moves the view, and what is seen is drawn and found here: one stroke for all lines of one look. */

const CROWD = 800;
const LINES_IN_MOTION = 2500;
const STILL_AFTER = 150;
const SIDES = { State: 4, Organisation: 6, ArmedGroup: 3, Person: 12, Body: 4, Place: 3 };
const TURNS = { State: Math.PI / 4, ArmedGroup: -Math.PI / 2, Place: Math.PI / 2 };

/** `places` of the actors; `lines` and `actors` together by their look. */
let crowd = { places: {}, lines: new Map(), actors: new Map() };
/** While the view moves, only the best supported lines are drawn; `motion` ends when nothing has moved it. */
let motion = null;
let lastView = "";

function isCrowd() {
  return scene.lines.length > CROWD || scene.actors.size > CROWD;
}

/** Sort the scene by looks. `rings`: places around a focus; `near`: who is lit, null where all are. */
function gather(rings, near) {
  crowd = { places: {}, lines: new Map(), actors: new Map() };
  const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  for (const id of scene.actors) {
    const actor = actors.get(id);
    const [x, y] = rings?.get(id) || [actor.x, actor.y];
    crowd.places[id] = { x, y };
    add(crowd.actors, `${actor.type}|${near && !near.has(id) ? 0.35 : 1}`, id);
  }
  for (const line of scene.lines) {
    const lit = !near || touches(line);
    const strength =
      (isBeside(line) ? 0.25 : scene.lines.length > 5 * CROWD ? 0.4 : 0.7) *
      (line.standing === "certain" ? 1 : 0.5) *
      line.opacity;
    const opacity = lit ? strength.toFixed(1) : 0.05;
    add(
      crowd.lines,
      `${lineColour(line.group, line.standing)}|${opacity}|${Math.round(widthOf(line))}`,
      line,
    );
  }
}

network.on("beforeDrawing", (context) => {
  if (!scene || !isCrowd()) return;
  const scale = network.getScale();
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
  const away = (a, b) =>
    (a.x < left && b.x < left) ||
    (a.x > right && b.x > right) ||
    (a.y < top && b.y < top) ||
    (a.y > bottom && b.y > bottom);
  const share = isMoving(scale, left, top) ? Math.min(1, LINES_IN_MOTION / scene.lines.length) : 1;
  context.save();
  for (const [look, lines] of crowd.lines) {
    const [colour, opacity, width] = look.split("|");
    context.beginPath();
    for (const { from, to } of share < 1 ? lines.slice(0, Math.ceil(share * lines.length)) : lines) {
      const [a, b] = [crowd.places[from], crowd.places[to]];
      if (away(a, b)) continue;
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.strokeStyle = colour;
    context.globalAlpha = +opacity;
    context.lineWidth = Math.max(+width, 0.5 / scale);
    context.stroke();
  }
  for (const [look, ids] of crowd.actors) {
    const [type, opacity] = look.split("|");
    context.beginPath();
    for (const id of ids) {
      const place = crowd.places[id];
      if (!away(place, place)) outline(context, place, Math.max(actors.get(id).size, 2 / scale), type);
    }
    context.fillStyle = theme[type];
    context.globalAlpha = +opacity;
    context.fill();
  }
  context.restore();
});

/** Has the view moved since it was last drawn, or just before? */
function isMoving(...view) {
  const now = view.join(" ");
  if (now !== lastView) {
    lastView = now;
    clearTimeout(motion);
    motion = setTimeout(() => {
      motion = null;
      network.redraw();
    }, STILL_AFTER);
  }
  return motion !== null;
}

function outline(context, { x, y }, radius, type) {
  const [sides, turn] = [SIDES[type] || 12, TURNS[type] || 0];
  for (let side = 0; side <= sides; side += 1) {
    const angle = turn + (2 * Math.PI * side) / sides;
    const point = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (side) context.lineTo(...point);
    else context.moveTo(...point);
  }
}

/** The id of the actor or else the line of a crowd at a point of the canvas; null where there is none. */
function foundAt(point) {
  const scale = network.getScale();
  let [best, reach] = [null, Infinity];
  for (const [id, place] of Object.entries(crowd.places)) {
    const distance =
      Math.hypot(place.x - point.x, place.y - point.y) - Math.max(actors.get(id).size, 2 / scale);
    if (distance < Math.min(reach, 4 / scale)) [best, reach] = [id, distance];
  }
  if (best) return best;
  for (const line of scene.lines) {
    const distance = fromSegment(point, crowd.places[line.from], crowd.places[line.to]);
    if (distance < Math.min(reach, 4 / scale)) [best, reach] = [line.id, distance];
  }
  return best;
}

function fromSegment({ x, y }, a, b) {
  const [across, down] = [b.x - a.x, b.y - a.y];
  const share = ((x - a.x) * across + (y - a.y) * down) / (across * across + down * down || 1);
  const along = Math.min(Math.max(share, 0), 1);
  return Math.hypot(x - a.x - along * across, y - a.y - along * down);
}
