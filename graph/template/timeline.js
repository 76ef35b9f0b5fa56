/* An actor's memberships and offices, or an alliance's members, as bars over time. */

const MOST_ROWS = 30;
const MOST_LETTERS = 17;
const [WIDTH, LABELS, STEP] = [320, 124, 20];

function timeline(id) {
  const rows = spellsOf(id);
  if (!rows.size) return null;
  const years = reachOf([...rows.values()].flat());
  const share = (day) => (Math.min(Math.max(day, years[0]), years[1]) - years[0]) / (years[1] - years[0]);
  const x = (day) => LABELS + share(day) * (WIDTH - LABELS);
  const first = ([, list]) => Math.min(...list.map((edge) => edge.bounds[1] ?? edge.bounds[0] ?? years[0]));
  const shown = [...rows].sort((a, b) => first(a) - first(b) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_ROWS);
  const bottom = shown.length * STEP;
  const viewBox = `0 0 ${WIDTH} ${bottom + 16}`;
  const svg = draft("svg", { viewBox, class: "timeline", role: "group", "aria-label": say("timeline") });
  shown.forEach(([bundle, list], row) => {
    const other = actors.get(list[0].from === id ? list[0].to : list[0].from);
    svg.append(timelineRow(bundle, list, other, row * STEP, years, x));
  });
  if (choices.day !== null) {
    svg.append(draft("line", { x1: x(choices.day), x2: x(choices.day), y1: 0, y2: bottom, class: "now" }));
  }
  years.forEach((day, index) => {
    const anchor = index ? "end" : "start";
    const year = draft("text", { x: x(day), y: bottom + 13, "text-anchor": anchor, class: "year" });
    year.textContent = toIso(day).slice(0, 4);
    svg.append(year);
  });
  return svg;
}

/** The dated memberships and offices of an actor by bundle; where memberships are established, the claims
 * that they rest on are left out. */
function spellsOf(id) {
  const lasting = (edge) => edge.kind === "state" && ["membership", "offices"].includes(edge.group);
  const spells = edgesOf.get(id).filter((edge) => edge.from !== edge.to && isDated(edge) && lasting(edge));
  const established = new Set(
    spells.filter((edge) => edge.layer === "membership").map((edge) => edge.bundle),
  );
  const rows = new Map();
  for (const edge of spells) {
    if (edge.layer === "claim" && established.has(edge.bundle)) continue;
    if (edge.status === "denied" || edge.status === "negated" || !passes(edge)) continue;
    if (!rows.has(edge.bundle)) rows.set(edge.bundle, []);
    rows.get(edge.bundle).push(edge);
  }
  return rows;
}

function timelineRow(bundle, list, other, y, years, x) {
  const name = actorName(other);
  const open = () => select(bundle, { go: true });
  const row = draft("g", { class: "row", tabindex: "0", role: "button" });
  const title = draft("title", {});
  title.textContent = `${name} : ${list.map((edge) => sayWhen(edge.when, edge.kind)).join(" ; ")}`;
  const label = draft("text", { x: LABELS - 6, y: y + 14, "text-anchor": "end" });
  label.textContent = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;
  row.append(title, draft("rect", { x: 0, y, width: WIDTH, height: STEP, class: "reach" }), label);
  for (const edge of list) row.append(...barsOf(edge, y, years, x));
  row.addEventListener("click", open);
  row.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  });
  return row;
}

/** Full where a spell is certain, pale where it is possible, a thin line where nothing is known of a side. */
function barsOf({ bounds, status }, y, years, x) {
  const [earliestStart, latestStart, earliestEnd, latestEnd] = bounds;
  const begin = earliestStart ?? latestStart ?? earliestEnd ?? latestEnd;
  const end = latestEnd ?? (earliestStart === null ? (earliestEnd ?? latestStart) : years[1]);
  const bars = [[x(begin), x(end) + 1.5, "maybe", 10]];
  if (earliestStart === null) bars.push([x(years[0]), x(begin), "maybe", 2]);
  if (latestEnd === null) bars.push([x(end), x(years[1]), "maybe", 2]);
  if (latestStart !== null && earliestEnd !== null)
    bars.push([x(latestStart), x(earliestEnd) + 1.5, "sure", 10]);
  return bars
    .filter(([from, to]) => to > from)
    .map(([from, to, kind, height]) => {
      const size = { width: Math.max(to - from, 1.5), height, rx: Math.min(2, height / 2) };
      return draft("rect", { x: from, y: y + (STEP - height) / 2, ...size, class: `bar ${kind} ${status}` });
    });
}

/** The years that some spells touch, to the end of the slider or to where the last of them begins. */
function reachOf(spells) {
  const known = (days) => days.filter((day) => day !== null);
  const starts = known(spells.flatMap(({ bounds }) => [bounds[0], bounds[1]]));
  const end = Math.max(span[1], ...starts.map((day) => day + 90));
  const days = known(spells.flatMap((edge) => edge.bounds)).filter((day) => day <= end);
  return [Math.min(...days, end - 2 * 365), end];
}
