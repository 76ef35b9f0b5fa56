/* The view in the address, so that it can be shared: #date=2024-01-29&focus=mali&depth=2. */

const START = JSON.stringify(frozen());
let spoken = null;
let writing = null;

function frozen() {
  const { off, ...rest } = choices;
  return { ...rest, off: Object.fromEntries(Object.entries(off).map(([kind, set]) => [kind, [...set]])) };
}

function thaw({ off, ...rest }) {
  Object.assign(choices, rest);
  for (const kind of Object.keys(choices.off)) choices.off[kind] = new Set(off[kind]);
}

/** Write the view into the address, ten times a second at most: browsers refuse more in the long run. */
function writeAddress() {
  if (spoken === null) speak();
  else writing ??= setTimeout(speak, 100);
}

function speak() {
  writing = null;
  if (spoken !== null && location.hash !== spoken) return; // Somebody has just typed another: it is read next.
  spoken = addressNow();
  history.replaceState(null, "", spoken);
}

function addressNow() {
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
  if (!choices.merged) parts.set("merged", "0");
  for (const [kind, set] of Object.entries(off)) if (set.size) parts.set(`no-${kind}`, [...set].join("|"));
  parts.set("lang", language);
  return `#${parts}`;
}

/** Read the address over the view that the page was written with; what it cannot mean is left aside. */
function readAddress() {
  thaw(JSON.parse(START));
  const parts = new URLSearchParams(location.hash.slice(1));
  const { view } = data;
  const day = toDay(parts.get("date") ?? view.on);
  const bundle = (id) => edges.some((edge) => edge.bundle === id || edge.line === id);
  const actor = (id) => (id && actors.has(id) ? id : null);
  const whole = (text, low, high, other) =>
    /^\d{1,6}$/.test(text ?? "") ? Math.min(Math.max(+text, low), high) : other;
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
    merged: parts.get("merged") !== "0",
  });
  if (view.relations.length)
    for (const id of relations.keys()) if (!view.relations.includes(id)) choices.off.relations.add(id);
  for (const kind of Object.keys(choices.off)) {
    if (parts.has(`no-${kind}`)) choices.off[kind] = new Set(parts.get(`no-${kind}`).split("|"));
  }
  language = Object.hasOwn(WORDS, parts.get("lang")) ? parts.get("lang") : view.language;
}

async function share() {
  try {
    await navigator.clipboard.writeText(new URL(addressNow(), location.href).href);
  } catch {
    return; // Some browsers give no clipboard to files; the address itself is the link.
  }
  at("share").textContent = say("shared");
  setTimeout(() => (at("share").textContent = say("share")), 1500);
}
