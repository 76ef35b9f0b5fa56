/* Elements of the page, and its marks: the shape of a type, the line of a relation. A text is never read as
 * markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, a text and children. `text` is never read as markup. */
function make(tag, { text, on, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  if (text !== undefined) element.textContent = text;
  for (const [event, listener] of Object.entries(on || {})) element.addEventListener(event, listener);
  element.append(...children.filter(Boolean));
  return element;
}

function draft(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const SHAPES = {
  State: "M2 2h10v10H2z",
  Organisation: "M4 2h6l3 5-3 5H4L1 7z",
  ArmedGroup: "M7 1.5l6 11H1z",
  Person: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  Body: "M7 1l6 6-6 6-6-6z",
  Place: "M7 12.5l6-11H1z",
};

function typeMark(type) {
  const svg = draft("svg", {
    viewBox: "0 0 14 14",
    class: `mark ${type.toLowerCase()}`,
    "aria-hidden": "true",
  });
  svg.append(draft("path", { d: SHAPES[type] || SHAPES.Person }));
  return svg;
}

function standingMark(group, standing) {
  const svg = draft("svg", {
    viewBox: "0 0 30 10",
    class: `line ${group} ${standing}`,
    "aria-hidden": "true",
  });
  svg.append(
    draft("line", {
      x1: 1,
      x2: 29,
      y1: 5,
      y2: 5,
      "stroke-dasharray": (DASHES[standing] || []).join(" ") || "none",
    }),
  );
  if (standing === "denied") svg.append(draft("path", { d: "M12 2l6 6m0-6l-6 6" }));
  return svg;
}
