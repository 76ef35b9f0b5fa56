/* The legend, which is the filter. */

function buildLegend() {
  const legend = at("legend");
  legend.replaceChildren();
  const counts = (list, key) =>
    list.reduce((all, one) => all.set(one[key], (all.get(one[key]) || 0) + 1), new Map());
  const perType = counts(data.nodes, "type");
  legend.append(
    section(
      say("actors"),
      types.map((type) => choiceRow("types", type, say("types")[type], perType.get(type), typeMark(type))),
    ),
  );
  const perRelation = counts(edges, "relation");
  legend.append(
    section(
      say("relations"),
      groups.map((group) => groupRow(group, perRelation)),
    ),
  );
  legend.append(
    section(
      say("standings"),
      STANDINGS.map((one) =>
        choiceRow("standings", one, say("standing")[one], null, standingMark("plain", one)),
      ),
    ),
  );
  legend.append(sourcesSection());
  legend.append(
    section(say("show"), [
      switchRow("areas", say("areas")),
      switchRow("thin", say("thin")),
      switchRow("merged", say("merged")),
      switchRow("undated", say("undated")),
      limitRow(),
    ]),
  );
  legend.append(
    make(
      "details",
      { id: "listed", on: { toggle: showList } },
      make("summary", { text: say("listed") }),
      make("ul", { id: "actors-list" }),
    ),
  );
  legend.append(make("button", { type: "button", id: "reset", text: say("reset"), on: { click: reset } }));
}

function section(title, rows) {
  return make("fieldset", {}, make("legend", { text: title }), ...rows);
}

function choiceRow(kind, value, text, count, mark) {
  const box = make("input", {
    type: "checkbox",
    "data-kind": kind,
    "data-value": value,
    on: { change: () => toggle(kind, [value], box.checked) },
  });
  box.checked = !choices.off[kind].has(value);
  return make(
    "label",
    { class: "choice" },
    box,
    mark,
    make("bdi", { class: "text", text }),
    count === null ? null : make("span", { class: "count", text: count }),
  );
}

function groupRow(group, perRelation) {
  const members = [...relations.keys()].filter(
    (id) => relations.get(id).group === group && perRelation.has(id),
  );
  const total = members.reduce((sum, id) => sum + perRelation.get(id), 0);
  const box = make("input", {
    type: "checkbox",
    "data-group": group,
    on: { change: () => toggle("relations", members, box.checked) },
  });
  const off = members.filter((id) => choices.off.relations.has(id)).length;
  box.checked = off === 0;
  box.indeterminate = off > 0 && off < members.length;
  const row = make(
    "label",
    { class: "choice" },
    box,
    standingMark(group, "certain"),
    make("span", { class: "text", text: say("groups")[group] }),
    make("span", { class: "count", text: total }),
  );
  const each = members.map((id) =>
    choiceRow("relations", id, relationText(relations.get(id)), perRelation.get(id), null),
  );
  return make(
    "div",
    { class: "group" },
    row,
    make(
      "details",
      { "data-details": group },
      make("summary", { "aria-label": say("groups")[group] }),
      ...each,
    ),
  );
}

function sourcesSection() {
  const name = (publisher) =>
    publisher === CURATED ? say("curated") : publisher === UNNAMED ? say("noPublisher") : publisher;
  const names = publishers.map(([publisher]) => publisher);
  const both = make(
    "p",
    { class: "buttons" },
    make("button", {
      type: "button",
      class: "link",
      text: say("all"),
      on: { click: () => toggle("publishers", names, true) },
    }),
    make("button", {
      type: "button",
      class: "link",
      text: say("none"),
      on: { click: () => toggle("publishers", names, false) },
    }),
  );
  const rows = publishers.map(([publisher, count]) =>
    choiceRow("publishers", publisher, name(publisher), count, null),
  );
  return make(
    "details",
    { class: "sources", "data-details": "sources" },
    make("summary", { text: say("sources") }),
    both,
    make("div", { class: "scroll" }, ...rows),
  );
}

function switchRow(key, text) {
  const box = make("input", {
    type: "checkbox",
    id: `choose-${key}`,
    on: { change: () => change({ [key]: box.checked }) },
  });
  box.checked = choices[key];
  return make("label", { class: "choice" }, box, make("span", { class: "text", text }));
}

function limitRow() {
  const most = Math.min(Math.max(actors.size, 10), MOST_ACTORS);
  const number = make("input", {
    type: "number",
    id: "limit",
    min: 2,
    max: most,
    value: Math.min(choices.limit, most),
    on: { change: () => change({ limit: Math.max(2, +number.value || data.view.limit) }, { refit: true }) },
  });
  return make("label", { class: "choice" }, make("span", { class: "text", text: say("limit") }), number);
}

function toggle(kind, values, on) {
  for (const value of values) choices.off[kind][on ? "delete" : "add"](value);
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
  for (const box of legend.querySelectorAll("details"))
    box.open = open.includes(box.dataset.details || box.id);
  const same = [...legend.querySelectorAll("input")].find(
    (box) =>
      (kind && box.dataset.kind === kind && box.dataset.value === value) ||
      (group && box.dataset.group === group),
  );
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
