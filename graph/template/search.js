/* Search: suggestions over names and aliases. */

const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’'-]/g, " ")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
const names = data.nodes.map((node) => ({
  node,
  names: [...new Set([node.label_fr, node.label_en, ...node.aliases])].map((text) => ({
    text,
    folded: fold(text),
  })),
}));

function found(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const hits = [];
  for (const { node, names: all } of names) {
    let best = null;
    all.forEach(({ text, folded }, index) => {
      const place =
        folded === wanted
          ? 0
          : folded.startsWith(wanted)
            ? 1
            : folded.includes(` ${wanted}`)
              ? 2
              : folded.includes(wanted)
                ? 3
                : 9;
      const rank = 2 * place + (index > 1 ? 1 : 0);
      if (place < 9 && (!best || rank < best.rank)) best = { node, text, rank };
    });
    if (best) hits.push(best);
  }
  return hits
    .sort((a, b) => a.rank - b.rank || b.node.size - a.node.size || (a.node.id < b.node.id ? -1 : 1))
    .slice(0, 10);
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
    list.replaceChildren(
      ...hits.map(({ node, text }, index) => {
        const item = make(
          "li",
          { role: "option", id: `hit-${index}`, "data-id": node.id, "aria-selected": "false" },
          typeMark(node.type),
          make("bdi", { text: actorName(node) }),
        );
        if (text !== actorName(node)) item.append(make("bdi", { class: "quiet", text: ` ${text}` }));
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(node.id);
        });
        return item;
      }),
    );
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
