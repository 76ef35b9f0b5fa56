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
  if (go) {
    resized(); // The panel may just have taken room.
    goTo(actors.has(id) ? id : id.split("\n")[1]);
  }
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
  if (!at("listed")?.open) return;
  const inOrder = new Intl.Collator(language).compare;
  const shown = [...scene.actors]
    .map((id) => actors.get(id))
    .sort((a, b) => inOrder(actorName(a), actorName(b)));
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
    spoken = location.hash;
    readAddress();
    setLanguage(language);
    seeAll();
  });
  setLanguage(language);
  new ResizeObserver(resized).observe(stage);
  document.documentElement.dataset.ready = "yes";
}

start();
