"use strict";
/* Legend and filters, search, time, the link of a view, the language; then the start of the page. */

const at = (id) => document.getElementById(id);
const START = JSON.stringify(frozen());
let playing = null;
let spoken = null;
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

// --- the legend is the filter

function buildLegend() {
  const legend = at("legend");
  legend.replaceChildren();
  const counts = (list, key) => list.reduce((all, one) => all.set(one[key], (all.get(one[key]) || 0) + 1), new Map());
  const perType = counts(data.nodes, "type");
  legend.append(section(say("actors"), types.map((type) => choiceRow("types", type, say("types")[type], perType.get(type), typeMark(type)))));
  const perRelation = counts(edges, "relation");
  legend.append(section(say("relations"), groups.map((group) => groupRow(group, perRelation))));
  legend.append(section(say("standings"), STANDINGS.map((one) => choiceRow("standings", one, say("standing")[one], null, standingMark("plain", one)))));
  legend.append(sourcesSection());
  legend.append(section(say("show"), [switchRow("areas", say("areas")), switchRow("thin", say("thin")), switchRow("undated", say("undated")), limitRow()]));
  legend.append(make("details", { id: "listed" }, make("summary", { text: say("listed") }), make("ul", { id: "actors-list" })));
  legend.append(make("button", { type: "button", id: "reset", text: say("reset"), on: { click: reset } }));
}

function section(title, rows) {
  return make("fieldset", {}, make("legend", { text: title }), ...rows);
}

function choiceRow(kind, value, text, count, mark) {
  const box = make("input", { type: "checkbox", "data-kind": kind, "data-value": value, on: { change: () => toggle(kind, [value], box.checked) } });
  box.checked = !choices.off[kind].has(value);
  return make("label", { class: "choice" }, box, mark, make("bdi", { class: "text", text }), count === null ? null : make("span", { class: "count", text: count }));
}

function groupRow(group, perRelation) {
  const members = [...relations.keys()].filter((id) => relations.get(id).group === group && perRelation.has(id));
  const total = members.reduce((sum, id) => sum + perRelation.get(id), 0);
  const box = make("input", { type: "checkbox", "data-group": group, on: { change: () => toggle("relations", members, box.checked) } });
  const off = members.filter((id) => choices.off.relations.has(id)).length;
  box.checked = off === 0;
  box.indeterminate = off > 0 && off < members.length;
  const row = make("label", { class: "choice" }, box, standingMark(group, "certain"), make("span", { class: "text", text: say("groups")[group] }), make("span", { class: "count", text: total }));
  const each = members.map((id) => choiceRow("relations", id, relationText(relations.get(id)), perRelation.get(id), null));
  return make("div", { class: "group" }, row, make("details", { "data-details": group }, make("summary", { "aria-label": say("groups")[group] }), ...each));
}

function sourcesSection() {
  const name = (publisher) => (publisher === CURATED ? say("curated") : publisher === UNNAMED ? say("noPublisher") : publisher);
  const names = publishers.map(([publisher]) => publisher);
  const both = make("p", { class: "buttons" },
    make("button", { type: "button", class: "link", text: say("all"), on: { click: () => toggle("publishers", names, true) } }),
    make("button", { type: "button", class: "link", text: say("none"), on: { click: () => toggle("publishers", names, false) } }));
  const rows = publishers.map(([publisher, count]) => choiceRow("publishers", publisher, name(publisher), count, null));
  return make("details", { class: "sources", "data-details": "sources" }, make("summary", { text: say("sources") }), both, make("div", { class: "scroll" }, ...rows));
}

function switchRow(key, text) {
  const box = make("input", { type: "checkbox", id: `choose-${key}`, on: { change: () => change({ [key]: box.checked }) } });
  box.checked = choices[key];
  return make("label", { class: "choice" }, box, make("span", { class: "text", text }));
}

function limitRow() {
  const most = Math.min(Math.max(actors.size, 10), MOST_ACTORS);
  const number = make("input", { type: "number", id: "limit", min: 2, max: most, value: Math.min(choices.limit, most), on: { change: () => change({ limit: Math.max(2, +number.value || data.view.limit) }, { refit: true }) } });
  return make("label", { class: "choice" }, make("span", { class: "text", text: say("limit") }), number);
}

function toggle(kind, values, on) {
  for (const value of values) on ? choices.off[kind].delete(value) : choices.off[kind].add(value);
  refresh();
  rebuildLegend();
}

/** Build the legend again, keeping what is open and where the keyboard is. */
function rebuildLegend() {
  const legend = at("legend");
  const open = [...legend.querySelectorAll("details[open]")].map((box) => box.dataset.details || box.id);
  const { kind, value, group } = document.activeElement?.dataset || {};
  const [scroll, inner] = [legend.scrollTop, legend.querySelector(".scroll")?.scrollTop];
  buildLegend();
  for (const box of legend.querySelectorAll("details")) box.open = open.includes(box.dataset.details || box.id);
  const same = [...legend.querySelectorAll("input")].find((box) => (kind && box.dataset.kind === kind && box.dataset.value === value) || (group && box.dataset.group === group));
  if (same) same.focus();
  legend.scrollTop = scroll;
  legend.querySelector(".scroll").scrollTop = inner || 0;
  showList();
}

function reset() {
  thaw(JSON.parse(START));
  rebuildLegend();
  refresh();
  seeAll();
}

// --- what is shown and what is not

function showNotice() {
  const notice = at("notice");
  notice.replaceChildren();
  const left = scene.candidates - scene.actors.size;
  const which = choices.focus ? say("around", actorName(actors.get(choices.focus))) : left > 0 ? say("mostLinked") : null;
  const text = scene.actors.size ? say("counts", scene.actors.size, actors.size, scene.bundles.length) + (which ? ` (${which})` : "") : say("empty");
  notice.append(make("span", { text }));
  const offer = (id, words, changed) => notice.append(make("button", { type: "button", class: "link", id, text: words, on: { click: () => { change(changed, { refit: true, keepFocus: id }); rebuildLegend(); } } }));
  if (left > 0 && choices.limit < MOST_ACTORS) offer("more", say("more"), { limit: Math.ceil(choices.limit * 1.7) });
  if (left > 0 && scene.candidates <= MOST_ACTORS) offer("everything", say("everything"), { limit: Math.min(actors.size, MOST_ACTORS) });
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
  const shown = [...scene.actors].map((id) => actors.get(id)).sort((a, b) => actorName(a).localeCompare(actorName(b), language));
  list.replaceChildren(...shown.slice(0, 300).map((actor) => make("li", {}, make("button", { type: "button", class: "link", on: { click: () => select(actor.id, { go: true }) } }, typeMark(actor.type), make("bdi", { text: actorName(actor) })))));
}

// --- search: suggestions over names and aliases

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’'-]/g, " ").toLowerCase().replace(/\s+/g, " ").trim();
const names = data.nodes.map((node) => ({ node, names: [...new Set([node.label_fr, node.label_en, ...node.aliases])].map((text) => ({ text, folded: fold(text) })) }));

function found(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const hits = [];
  for (const { node, names: all } of names) {
    let best = null;
    all.forEach(({ text, folded }, index) => {
      const place = folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : folded.includes(` ${wanted}`) ? 2 : folded.includes(wanted) ? 3 : 9;
      const rank = 2 * place + (index > 1 ? 1 : 0);
      if (place < 9 && (!best || rank < best.rank)) best = { node, text, rank };
    });
    if (best) hits.push(best);
  }
  return hits.sort((a, b) => a.rank - b.rank || b.node.size - a.node.size || (a.node.id < b.node.id ? -1 : 1)).slice(0, 10);
}

function startSearch() {
  const [box, list] = [at("search-box"), at("search-list")];
  let active = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const take = (id) => {
    close();
    box.value = actorName(actors.get(id));
    select(id, { go: true });
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", `${place === index}`));
    if (index >= 0) box.setAttribute("aria-activedescendant", list.children[index].id);
  };
  const offer = () => {
    const hits = found(box.value);
    list.replaceChildren(...hits.map(({ node, text }, index) => {
      const item = make("li", { role: "option", id: `hit-${index}`, "data-id": node.id, "aria-selected": "false" }, typeMark(node.type), make("bdi", { text: actorName(node) }));
      if (text !== actorName(node)) item.append(make("bdi", { class: "quiet", text: ` ${text}` }));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(node.id); });
      return item;
    }));
    if (!hits.length && box.value.trim()) list.append(make("li", { class: "quiet", text: say("noneFound") }));
    list.hidden = !list.childElementCount;
    box.setAttribute("aria-expanded", `${!list.hidden}`);
    active = -1;
  };
  box.addEventListener("input", offer);
  box.addEventListener("focus", () => box.value && offer());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const items = list.querySelectorAll("[role=option]").length;
    if (event.key === "ArrowDown" && items) mark((active + 1) % items);
    else if (event.key === "ArrowUp" && items) mark((active + items - 1) % items);
    else if (event.key === "Enter" && items) take(list.children[Math.max(active, 0)].dataset.id);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// --- time

const span = reach();
const moments = changes();

function startTime() {
  if (!span) {
    document.querySelector("footer").hidden = true;
    return;
  }
  const slider = at("slider");
  Object.assign(slider, { min: span[0], max: span[1] });
  slider.value = span[1];
  let asked = null;
  slider.addEventListener("input", () => {
    if (asked === null) requestAnimationFrame(() => { setDay(asked); asked = null; });
    asked = +slider.value;
    if (playing) pause();
  });
  at("date").addEventListener("change", () => at("date").value && setDay(toDay(at("date").value)));
  at("dated").addEventListener("change", () => { pause(); setDay(at("dated").checked ? +slider.value : null); });
  at("play").addEventListener("click", () => (playing ? pause() : play()));
  at("next").addEventListener("click", () => step(moments.find((day) => day > (choices.day ?? span[0] - 1))));
  at("previous").addEventListener("click", () => step(moments.findLast((day) => day < (choices.day ?? span[1] + 1))));
  at("window").addEventListener("change", () => change({ window: +at("window").value }));
  new ResizeObserver(drawDensity).observe(at("density"));
}

function setDay(day) {
  change({ day });
}

function step(day) {
  pause();
  if (day !== undefined) setDay(day);
}

/** A month each third of a second, from the day chosen or the beginning, to the end. */
function play() {
  if (choices.day === null || choices.day >= span[1]) setDay(span[0]);
  playing = setInterval(() => {
    const date = new Date(choices.day * DAY_MS);
    const next = Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS);
    setDay(Math.min(next, span[1]));
    if (choices.day >= span[1]) pause();
  }, 330);
  showTime();
}

function pause() {
  clearInterval(playing);
  playing = null;
  showTime();
}

function showTime() {
  if (!span) return;
  const dated = choices.day !== null;
  at("dated").checked = dated;
  at("date").disabled = !dated;
  at("date").value = dated ? toIso(choices.day) : "";
  if (dated) at("slider").value = choices.day;
  at("slider").classList.toggle("idle", !dated);
  at("slider").setAttribute("aria-valuetext", dated ? sayDate(toIso(choices.day)) : "");
  at("window").value = choices.window;
  at("play").setAttribute("aria-pressed", `${playing !== null}`);
  at("play").setAttribute("aria-label", say(playing ? "stop" : "play"));
}

/** How many claims begin when: small bars above the slider. */
function drawDensity() {
  const canvas = at("density");
  const width = (canvas.width = canvas.clientWidth * devicePixelRatio);
  const height = (canvas.height = 26 * devicePixelRatio);
  const bins = new Array(Math.max(1, Math.floor(canvas.clientWidth / 4))).fill(0);
  const place = (day) => Math.floor(((day - span[0]) / (span[1] - span[0] + 1)) * bins.length);
  for (const edge of reported) {
    const day = edge.bounds[0] ?? edge.bounds[1];
    if (edge.layer === "claim" && day !== null && day >= span[0] && day <= span[1]) bins[place(day)] += 1;
  }
  const most = Math.max(...bins, 1);
  const context = canvas.getContext("2d");
  context.fillStyle = theme.quiet;
  bins.forEach((count, index) => {
    const tall = Math.sqrt(count / most) * height;
    context.fillRect((index * width) / bins.length, height - tall, width / bins.length - devicePixelRatio, tall);
  });
  const [first, last] = span.map((day) => +toIso(day).slice(0, 4));
  const every = [1, 2, 5, 10, 20, 50].find((one) => ((last - first) / one) * 44 <= canvas.clientWidth) || 100;
  at("years").replaceChildren();
  for (let year = Math.ceil((first + 0.01) / every) * every; year <= last; year += every) {
    const mark = make("span", { text: year });
    mark.style.left = `${((toDay(`${year}-01-01`) - span[0]) / (span[1] - span[0])) * 100}%`;
    at("years").append(mark);
  }
}

// --- the view in the address: #date=2024-01-29&focus=mali&depth=2

function frozen() {
  const { off, ...rest } = choices;
  return { ...rest, off: Object.fromEntries(Object.entries(off).map(([kind, set]) => [kind, [...set]])) };
}

function thaw({ off, ...rest }) {
  Object.assign(choices, rest);
  for (const kind of Object.keys(choices.off)) choices.off[kind] = new Set(off[kind]);
}

function writeAddress() {
  const { off } = choices;
  const parts = new URLSearchParams();
  if (choices.day !== null) parts.set("date", toIso(choices.day));
  if (choices.focus) parts.set("focus", choices.focus);
  if (choices.focus && choices.depth !== 1) parts.set("depth", choices.depth);
  if (choices.selected) parts.set("open", choices.selected);
  if (choices.limit !== data.view.limit) parts.set("actors", choices.limit);
  if (choices.window !== 90) parts.set("window", choices.window);
  if (choices.undated) parts.set("undated", "1");
  if (!choices.areas) parts.set("areas", "0");
  if (!choices.thin) parts.set("thin", "0");
  for (const [kind, set] of Object.entries(off)) if (set.size) parts.set(`no-${kind}`, [...set].join("|"));
  parts.set("lang", language);
  spoken = `#${parts}`;
  history.replaceState(null, "", spoken);
}

/** Read the address over the view that the page was written with; what it cannot mean is left aside. */
function readAddress() {
  thaw(JSON.parse(START));
  const parts = new URLSearchParams(location.hash.slice(1));
  const { view } = data;
  const day = toDay(parts.get("date") ?? view.on);
  const bundle = (id) => edges.some((edge) => edge.bundle === id);
  const actor = (id) => (id && actors.has(id) ? id : null);
  const whole = (text, low, high, other) => (/^\d{1,6}$/.test(text ?? "") ? Math.min(Math.max(+text, low), high) : other);
  Object.assign(choices, {
    day: Number.isFinite(day) ? day : null,
    focus: actor(parts.get("focus") ?? view.focus),
    depth: whole(parts.get("depth"), 1, 3, view.depth),
    selected: actor(parts.get("open")) ?? (bundle(parts.get("open")) ? parts.get("open") : null),
    limit: whole(parts.get("actors"), 2, 1e6, view.limit),
    window: Object.hasOwn(say("windows"), parts.get("window")) ? +parts.get("window") : 90,
    undated: parts.get("undated") === "1",
    areas: parts.get("areas") !== "0",
    thin: parts.get("thin") !== "0",
  });
  if (view.relations.length) for (const id of relations.keys()) if (!view.relations.includes(id)) choices.off.relations.add(id);
  for (const [kind, set] of Object.entries(choices.off)) {
    if (parts.has(`no-${kind}`)) choices.off[kind] = new Set(parts.get(`no-${kind}`).split("|"));
  }
  language = Object.hasOwn(WORDS, parts.get("lang")) ? parts.get("lang") : view.language;
}

async function share() {
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    return; // Some browsers give no clipboard to files; the address itself is the link.
  }
  at("share").textContent = say("shared");
  setTimeout(() => (at("share").textContent = say("share")), 1500);
}

// --- language

function setLanguage(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  for (const one of ["fr", "en"]) at(`lang-${one}`).setAttribute("aria-pressed", `${one === wanted}`);
  at("window").replaceChildren(...Object.entries(say("windows")).map(([value, text]) => make("option", { value, text })));
  refresh();
  rebuildLegend();
}

// --- the mouse and the keyboard on the canvas

function startCanvas() {
  network.on("click", ({ nodes, edges: lines }) => select(nodes[0] ?? lines[0] ?? null));
  network.on("doubleClick", ({ nodes }) => nodes.length && change({ focus: nodes[0], selected: nodes[0] }, { refit: true }));
  const hover = at("hover");
  const tell = (text, pointer) => {
    hover.textContent = text;
    hover.hidden = false;
    hover.style.left = `${Math.min(pointer.x + 14, stage.clientWidth - 240)}px`;
    hover.style.top = `${pointer.y + 14}px`;
  };
  network.on("hoverNode", ({ node, pointer }) => {
    const actor = actors.get(node);
    tell(`${actorName(actor)} · ${say("type")[actor.type]} · ${say("relationsCount", scene.bundles.filter((one) => one.from === node || one.to === node).length)}`, pointer.DOM);
  });
  network.on("hoverEdge", ({ edge, pointer }) => {
    const bundle = scene.bundles.find((one) => one.id === edge);
    if (bundle) tell(`${actorName(actors.get(bundle.from))} ${relationText(relations.get(bundle.relation))} ${actorName(actors.get(bundle.to))} · ${say("standing")[bundle.standing]} · ${say("sourcesCount", bundle.count)}`, pointer.DOM);
  });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => (hover.hidden = true));
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
