/* The slider through time, with play, and the bars above it that tell when much happened. */

let playing = null;

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
    if (asked === null)
      requestAnimationFrame(() => {
        setDay(asked);
        asked = null;
      });
    asked = +slider.value;
    if (playing) pause();
  });
  at("date").addEventListener("change", () => at("date").value && setDay(toDay(at("date").value)));
  at("dated").addEventListener("change", () => {
    const day = at("dated").checked ? +slider.value : null;
    pause();
    setDay(day);
  });
  at("play").addEventListener("click", () => (playing ? pause() : play()));
  at("next").addEventListener("click", () => step(moments.find((day) => day > (choices.day ?? span[0] - 1))));
  at("previous").addEventListener("click", () =>
    step(moments.findLast((day) => day < (choices.day ?? span[1] + 1))),
  );
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
  const bins = Array.from({ length: Math.max(1, Math.floor(canvas.clientWidth / 4)) }, () => 0);
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
    context.fillRect(
      (index * width) / bins.length,
      height - tall,
      width / bins.length - devicePixelRatio,
      tall,
    );
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
