/* What the reader changes, what is said of it, the language; then the start of the page. */

const at = (id) => document.getElementById(id);
let settled = false;

// --- one way to change anything

/** Change choices, draw, and write the view into the address. */
function change(changed, { refit = false, keepFocus = null } = {}) {
  Object.assign(choices, changed);
  refresh();
  if (refit) seeAll();
  if (keepFocus && at(keepFocus)) at(keepFocus).focus();
}

function refresh() {
  draw(sceneOn(choices.day));
  showPanel();
  showNotice();
  showTime();
  showList();
  writeAddress();
}

/** Select an actor or a bundle (null: nothing); `go` brings it into view, adding it where it is hidden. */
function select(id, { go = false } = {}) {
  change({ selected: id });
  if (!id) return;
  if (go) goTo(actors.has(id) ? id : id.split("\n")[1]);
  if (panel.contains(document.activeElement) || go) panel.focus();
}

// --- what is shown and what is not

function showNotice() {
  const notice = at("notice");
  notice.replaceChildren();
  const left = scene.candidates - scene.actors.size;
  const which = choices.focus
    ? say("around", actorName(actors.get(choices.focus)))
    : left > 0
      ? say("mostLinked")
      : null;
  const text = scene.actors.size
    ? say("counts", scene.actors.size, actors.size, scene.bundles.length) + (which ? ` (${which})` : "")
    : say("empty");
  notice.append(make("span", { text }));
  const offer = (id, words, changed) =>
    notice.append(
      make("button", {
        type: "button",
        class: "link",
        id,
        text: words,
        on: {
          click: () => {
            change(changed, { refit: true, keepFocus: id });
            rebuildLegend();
          },
        },
      }),
    );
  if (left > 0 && choices.limit < MOST_ACTORS)
    offer("more", say("more"), { limit: Math.ceil(choices.limit * 1.7) });
  if (left > 0 && scene.candidates <= MOST_ACTORS)
    offer("everything", say("everything"), { limit: Math.min(actors.size, MOST_ACTORS) });
  if (choices.limit > data.view.limit) offer("fewer", say("fewer"), { limit: data.view.limit });
  if (choices.focus) offer("whole", say("unfocus"), { focus: null });
  if (scene.thinned) {
    notice.append(make("span", { text: say("hiddenThin", scene.thinned) }));
    offer("show-thin", say("showUndated"), { thin: false });
  }
  if (scene.undated) {
    notice.append(make("span", { text: say("hiddenUndated", scene.undated) }));
    offer("show-undated", say("showUndated"), { undated: true });
  }
}

function showList() {
  const list = at("actors-list");
  if (!list) return;
  const shown = [...scene.actors]
    .map((id) => actors.get(id))
    .sort((a, b) => actorName(a).localeCompare(actorName(b), language));
  list.replaceChildren(
    ...shown
      .slice(0, 300)
      .map((actor) =>
        make(
          "li",
          {},
          make(
            "button",
            { type: "button", class: "link", on: { click: () => select(actor.id, { go: true }) } },
            typeMark(actor.type),
            make("bdi", { text: actorName(actor) }),
          ),
        ),
      ),
  );
}

// --- language

function setLanguage(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-text]"))
    element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]"))
    element.placeholder = say(element.dataset.placeholder);
  for (const one of ["fr", "en"]) at(`lang-${one}`).setAttribute("aria-pressed", `${one === wanted}`);
  at("window").replaceChildren(
    ...Object.entries(say("windows")).map(([value, text]) => make("option", { value, text })),
  );
  refresh();
  rebuildLegend();
}

// --- the mouse and the keyboard on the canvas

function startCanvas() {
  network.on("click", ({ nodes, edges: lines }) => select(nodes[0] ?? lines[0] ?? null));
  network.on(
    "doubleClick",
    ({ nodes }) => nodes.length && change({ focus: nodes[0], selected: nodes[0] }, { refit: true }),
  );
  const hover = at("hover");
  const tell = (text, pointer) => {
    hover.textContent = text;
    hover.hidden = false;
    hover.style.left = `${Math.min(pointer.x + 14, stage.clientWidth - 240)}px`;
    hover.style.top = `${pointer.y + 14}px`;
  };
  network.on("hoverNode", ({ node, pointer }) => {
    const actor = actors.get(node);
    tell(
      `${actorName(actor)} · ${say("type")[actor.type]} · ${say("relationsCount", scene.bundles.filter((one) => one.from === node || one.to === node).length)}`,
      pointer.DOM,
    );
  });
  network.on("hoverEdge", ({ edge, pointer }) => {
    const line = scene.lines.find((one) => one.id === edge);
    if (line)
      tell(
        [
          actorName(actors.get(line.from)),
          textOf(line),
          actorName(actors.get(line.to)),
          "·",
          say("standing")[line.standing],
          "·",
          say("sourcesCount", line.count),
        ].join(" "),
        pointer.DOM,
      );
  });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"])
    network.on(event, () => (hover.hidden = true));
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

// --- start

function start() {
  readTheme();
  readAddress();
  if (window.innerWidth < 900) at("legend").hidden = true;
  startSearch();
  startTime();
  startCanvas();
  at("toggle-legend").addEventListener("click", () => {
    at("legend").hidden = !at("legend").hidden;
    at("toggle-legend").setAttribute("aria-expanded", `${!at("legend").hidden}`);
  });
  at("toggle-legend").setAttribute("aria-expanded", `${!at("legend").hidden}`);
  at("share").addEventListener("click", share);
  for (const one of ["fr", "en"]) at(`lang-${one}`).addEventListener("click", () => setLanguage(one));
  DARK.addEventListener("change", () => {
    readTheme();
    drawnAs.clear();
    refresh();
    if (span) drawDensity();
  });
  window.addEventListener("hashchange", () => {
    if (location.hash === spoken) return;
    readAddress();
    setLanguage(language);
    seeAll();
  });
  setLanguage(language);
  new ResizeObserver(resized).observe(stage);
  document.documentElement.dataset.ready = "yes";
}

start();
