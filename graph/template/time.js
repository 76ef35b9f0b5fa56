/* Days, and how sure it is that an edge held on one of them. A day is a number of days since 1970. */

const DAY_MS = 86400000;
const LAST_SEEN_FADES_AFTER = 5 * 365;
const FAINTEST = 0.4;

function toDay(iso) {
  return iso ? Math.round(Date.parse(iso) / DAY_MS) : null;
}

function toIso(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * How an edge shows on a day: null where it does not, else whether it then held for certain and how
 * strongly to draw it. A state lasts between its four bounds, and fades with the time since it was
 * last seen. An event shows from its first possible day, and fades for `window` days after its last.
 */
function presence(edge, day, window) {
  if (day === null) return { certain: true, opacity: 1 };
  return edge.kind === "event" ? eventOn(edge, day, window) : stateOn(edge, day);
}

function stateOn({ bounds: [earliestStart, latestStart, earliestEnd, latestEnd] }, day) {
  if ((earliestStart !== null && day < earliestStart) || (latestEnd !== null && day > latestEnd)) return null;
  const begun = latestStart !== null && latestStart <= day;
  const lasting = earliestEnd !== null && day <= earliestEnd;
  let unseen = 0;
  if (earliestEnd !== null && latestEnd === null) unseen = Math.max(unseen, day - earliestEnd);
  if (latestStart !== null && earliestStart === null) unseen = Math.max(unseen, latestStart - day);
  return { certain: begun && lasting, opacity: faded(unseen / LAST_SEEN_FADES_AFTER) };
}

function eventOn({ bounds }, day, window) {
  const known = bounds.filter((bound) => bound !== null);
  const first = bounds[0] ?? Math.max(...known);
  const last = bounds[3] ?? Math.min(...known);
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  if (day < low || day > high + window) return null;
  if (day <= high) return { certain: low === high, opacity: 1 };
  return { certain: true, opacity: faded((day - high) / window) };
}

function faded(share) {
  return Math.max(FAINTEST, 1 - (1 - FAINTEST) * share);
}

/** May two times, by their bounds, have a day in common? */
function mayMeet(one, other) {
  const before = ([, , , end], [start]) => end !== null && start !== null && end < start;
  return !before(one, other) && !before(other, one);
}

function isDated(edge) {
  return edge.bounds.some((bound) => bound !== null);
}

/** An EDTF text in words; the text itself where it says more than words here can. */
function sayWhen(edtf, kind) {
  if (!edtf) return say("noDate");
  const [start, end] = edtf.split("/");
  const open = (text) => text === "" || text === "..";
  if (end === undefined) return say("at", read(start));
  if (open(start) && open(end)) return say("noDate");
  if (open(end)) return say("since", read(start));
  if (open(start)) return say("until", read(end));
  return say(kind === "event" ? "between" : "fromTo", read(start), read(end));
}

/** A year, month or day in words, and whether it is a day: French sets its articles by that. */
function read(text) {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts || (parts[2] && (parts[2] < "01" || parts[2] > "12"))) return { words: text, isDay: false };
  const [, year, month, day] = parts;
  if (!month) return { words: year, isDay: false };
  const options = { timeZone: "UTC", year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}) };
  const date = new Date(Date.UTC(+year, +month - 1, day ? +day : 1));
  const words = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", options).format(date);
  return { words: language === "fr" ? words.replace(/^1 /, "1er ") : words, isDay: Boolean(day) };
}

function sayDate(text) {
  return read(text).words;
}
