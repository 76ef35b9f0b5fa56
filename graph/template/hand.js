/* The mouse and the keyboard on the canvas. */

function startCanvas() {
  const hit = ({ nodes, edges: lines, pointer }) =>
    isCrowd() ? foundAt(pointer.canvas) : (nodes[0] ?? lines[0] ?? null);
  network.on("click", (event) => select(hit(event)));
  network.on("doubleClick", (event) => {
    const id = hit(event);
    if (actors.has(id)) change({ focus: id, selected: id }, { refit: true });
  });
  network.on("hoverNode", ({ node, pointer }) => tell(node, pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => tell(edge, pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => tell(null));
  stage.addEventListener("mousemove", ({ offsetX: x, offsetY: y, buttons }) => {
    if (isCrowd()) tell(buttons ? null : foundAt(network.DOMtoCanvas({ x, y })), { x, y });
  });
  at("zoom-in").addEventListener("click", () => zoom(1.3));
  at("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  at("zoom-fit").addEventListener("click", seeAll);
  const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  stage.addEventListener("keydown", (event) => {
    if (moves[event.key]) pan(moves[event.key]);
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") seeAll();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && choices.selected) {
      select(null);
      stage.focus();
    } else if (event.key === "/" && !/INPUT|SELECT/.test(document.activeElement.tagName)) {
      event.preventDefault();
      at("search-box").focus();
    }
  });
}

/** Say what an actor or a line is, beside the mouse. */
function tell(id, pointer) {
  const hover = at("hover");
  const line = scene.lines.find((one) => one.id === id);
  hover.hidden = !line && !actors.has(id);
  if (hover.hidden) return;
  hover.textContent = line ? lineInWords(line) : actorInWords(actors.get(id));
  hover.style.left = `${Math.min(pointer.x + 14, stage.clientWidth - 240)}px`;
  hover.style.top = `${pointer.y + 14}px`;
}

function actorInWords(actor) {
  const ties = scene.bundles.filter((one) => one.from === actor.id || one.to === actor.id);
  return `${actorName(actor)} · ${say("type")[actor.type]} · ${say("relationsCount", ties.length)}`;
}

function lineInWords(line) {
  const who = [actorName(actors.get(line.from)), textOf(line), actorName(actors.get(line.to))].join(" ");
  return `${who} · ${say("standing")[line.standing]} · ${say("sourcesCount", line.count)}`;
}

/** What a line says: its relation, or its kind and how many relations of that kind it stands for. */
function textOf({ group, bundles: [first, ...others] }) {
  return others.length
    ? `– ${say("groups")[group]} (${say("relationsCount", others.length + 1)}) –`
    : relationText(relations.get(first.relation));
}

/** The stage has another size (a panel opened): vis-network looks for that only now and then. */
function resized() {
  network.setSize(`${stage.clientWidth}px`, `${stage.clientHeight}px`);
  if (choices.focus) draw(scene);
  network.redraw();
  if (!settled) seeAll(false);
  settled = true;
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 8) });
}

function pan([right, down]) {
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + right / network.getScale(), y: y + down / network.getScale() } });
}
