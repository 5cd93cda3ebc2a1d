"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const el = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};
const state = { part: 0, page: 0, mode: "side", change: -1, zoom: 100, layers: new Set(["text", "geometry", "pixels"]) };
const part = () => data.parts[state.part];
const page = () => part().pages[state.page];
const pageOf = (change) => part().pages.findIndex((p) =>
  (change.new && p.newIndex === change.new.page) || (!change.new && change.old && p.oldIndex === change.old.page));
const shown = () => part().changes.map((change, i) => ({ change, i })).filter((c) => state.layers.has(c.change.layer));

// The list of changes.
function words(change) {
  const box = make("div");
  if (change.layer !== "text" || (!change.left && !change.right)) {
    box.append(change.message);
    return box;
  }
  const cut = (text) => text.length > 60 ? text.slice(0, 60) + "…" : text;
  box.append("…" + change.left);
  if (change.before) box.append(make("del", { textContent: cut(change.before) }));
  if (change.after) box.append(make("ins", { textContent: cut(change.after) }));
  box.append(change.right + "…");
  return box;
}
function list() {
  const items = shown().map(({ change, i }) => {
    const item = make("li", { className: change.layer, tabIndex: 0, onclick: () => choose(i) },
      make("span", { className: "where", textContent: change.where }), words(change));
    item.onkeydown = (event) => { if (event.key === "Enter") choose(i); };
    item.setAttribute("aria-current", i === state.change);
    item.dataset.index = i;
    return item;
  });
  el("changes").replaceChildren(...(items.length ? items : [make("p", { className: "empty", textContent: "Nothing differs." })]));
  el("layers").replaceChildren(...["text", "geometry", "pixels"].map((layer) => {
    const count = part().changes.filter((c) => c.layer === layer).length;
    const button = make("button", { textContent: `${layer} ${count}`, onclick: () => {
      if (!state.layers.delete(layer)) state.layers.add(layer);
      list(); draw();
    } });
    button.setAttribute("aria-pressed", state.layers.has(layer));
    return button;
  }));
}
function choose(i) {
  state.change = i;
  const at = pageOf(part().changes[i]);
  if (at >= 0) state.page = at;
  list(); draw();
  const item = document.querySelector(`li[data-index="${i}"]`);
  if (item) item.scrollIntoView({ block: "nearest" });
  const mark = document.querySelector(".mark.chosen");
  if (mark) mark.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
}

// The pages.
const image = (uri, name) => uri ? make("img", { src: uri, alt: name }) : make("div", { className: "none", textContent: "no picture" });
function marks(side) {
  const p = page();
  return shown().map(({ change, i }) => {
    const place = change[side] || null;
    if (!place || place.page !== p[side + "Index"] || !(place.box[2] > 0 && place.box[3] > 0)) return null;
    const mark = make("div", { className: "mark " + change.layer + (i === state.change ? " chosen" : "") });
    ["left", "top", "width", "height"].forEach((edge, k) => {
      mark.style[edge] = 100 * place.box[k] / (k % 2 ? p.height : p.width) + "%";
    });
    return mark;
  }).filter((mark) => mark);
}
function sheet(kind, caption, sides, ...content) {
  const p = page(), both = state.mode === "side" ? 2 : 1;
  const room = Math.max(240, (el("view").clientWidth - 32 - 16 * (both - 1)) / both);
  const fit = Math.min(room, (el("view").clientHeight - 60) * 1.9 * p.width / p.height);
  const width = fit * state.zoom / 100;
  const box = make("div", { className: "sheet " + kind }, ...content, ...sides.flatMap(marks));
  box.style.width = width + "px";
  box.style.height = width * p.height / p.width + "px";
  const line = make("figcaption", { textContent: caption });
  line.style.maxWidth = width + "px";
  return make("figure", {}, line, box);
}
async function pixels(uri, width, height) {
  const picture = new Image();
  picture.src = uri;
  await picture.decode();
  const canvas = make("canvas", { width: width || picture.naturalWidth, height: height || picture.naturalHeight });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  return { canvas, context, data: context.getImageData(0, 0, canvas.width, canvas.height) };
}
// One picture of two: `mix` gives the three channels of a pixel from the six.
async function mixed(picture, p, name, mix) {
  if (!p[name]) {
    const after = await pixels(p.new), before = await pixels(p.old, after.canvas.width, after.canvas.height);
    const a = before.data.data, b = after.data.data;
    for (let i = 0; i < b.length; i += 4) {
      [b[i], b[i + 1], b[i + 2]] = mix(a[i], a[i + 1], a[i + 2], b[i], b[i + 1], b[i + 2]);
    }
    after.context.putImageData(after.data, 0, 0);
    p[name] = after.canvas.toDataURL();
  }
  picture.src = p[name];
}
const grey = (r, g, b) => (r * 3 + g * 6 + b) / 10;
// Ink of the old page takes green and blue away, ink of the new one red.
const overlay = (r, g, b, R, G, B) => [grey(R, G, B), grey(r, g, b), grey(r, g, b)];
// The new page in pale grey, what differs from yellow (a little) to red (all).
function heat(r, g, b, R, G, B) {
  const by = Math.max(Math.abs(r - R), Math.abs(g - G), Math.abs(b - B)), pale = 215 + grey(R, G, B) * 40 / 255;
  return by ? [255 - by * 0.2, 190 - by * 0.7, 40] : [pale, pale, pale];
}
function swipe(box) {
  const top = box.querySelectorAll("img")[1], edge = box.querySelector(".edge");
  const to = (x) => { top.style.clipPath = `inset(0 0 0 ${x}%)`; edge.style.left = x + "%"; };
  box.onpointermove = (event) => {
    const r = box.getBoundingClientRect();
    to(Math.min(100, Math.max(0, 100 * (event.clientX - r.left) / r.width)));
  };
  to(50);
}
function draw() {
  const p = page(), view = el("view");
  document.querySelectorAll("#modes button").forEach((b) => b.setAttribute("aria-pressed", b.dataset.mode === state.mode));
  el("pages").replaceChildren(...(part().pages.length < 2 ? [] : part().pages.map((one, i) => {
    const changed = part().changes.some((c) => pageOf(c) === i);
    const button = make("button", { textContent: one.number, className: changed ? "changed" : "", onclick: () => { state.page = i; draw(); } });
    button.setAttribute("aria-pressed", i === state.page);
    return button;
  })));
  if (!p) { view.replaceChildren(make("p", { className: "empty", textContent: "No page differs." })); return; }
  const before = () => image(p.old, "before"), after = () => image(p.new, "after");
  const old = part().old, fresh = part().new;
  let mode = state.mode;
  if (mode !== "side" && !(p.old && p.new)) mode = "side";
  if (mode === "side") {
    view.replaceChildren(sheet("", "before: " + old, ["old"], before()), sheet("", "after: " + fresh, ["new"], after()));
  } else if (mode === "overlay") {
    const picture = make("img", { alt: "both pages" });
    view.replaceChildren(sheet("overlay", "red: only before · blue-green: only after · grey: both", ["new"], picture));
    mixed(picture, p, "overlay", overlay);
  } else if (mode === "blink") {
    view.replaceChildren(sheet("blink", "before and after by turns", ["new"], before(), after()));
  } else if (mode === "heat") {
    const picture = make("img", { alt: "difference" });
    const number = p.differing === undefined ? "" : `: ${p.differing} pixels, by ${p.largest} of 255 at most`;
    view.replaceChildren(sheet("heat", "what differs" + number, ["new"], picture));
    mixed(picture, p, "heat", heat);
  } else {
    view.replaceChildren(sheet("swipe", "move the pointer: before on its left, after on its right", ["new"], before(), after(), make("div", { className: "edge" })));
    swipe(view.querySelector(".sheet"));
  }
}
function setMode(mode) { state.mode = mode; draw(); }
function setZoom(percent) { state.zoom = Math.min(300, Math.max(20, percent)); el("zoom").value = state.zoom; draw(); }
function setPart(i) {
  state.part = i; state.page = 0; state.change = -1;
  el("why").textContent = part().why.join("\n");
  el("count").textContent = part().count;
  const first = part().changes.findIndex((c) => pageOf(c) >= 0);
  if (first >= 0) state.page = pageOf(part().changes[first]);
  list(); draw();
}
function step(by) {
  const all = shown().map((c) => c.i);
  if (all.length) choose(all[(all.indexOf(state.change) + by + all.length + (state.change < 0 && by < 0 ? 1 : 0)) % all.length]);
}
const keys = {
  1: () => setMode("side"), 2: () => setMode("overlay"), 3: () => setMode("blink"), 4: () => setMode("heat"), 5: () => setMode("swipe"),
  j: () => step(1), k: () => step(-1), "+": () => setZoom(state.zoom * 1.25), "=": () => setZoom(state.zoom * 1.25), "-": () => setZoom(state.zoom / 1.25),
  n: () => { state.page = Math.min(part().pages.length - 1, state.page + 1); draw(); }, p: () => { state.page = Math.max(0, state.page - 1); draw(); },
  o: () => document.body.classList.toggle("outlines"),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /SELECT|INPUT/.test(event.target.tagName)) return;
  if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
});
document.title = data.title;
el("title").textContent = data.title;
data.parts.forEach((one, i) => el("part").append(make("option", { value: i, textContent: one.new })));
el("part").classList.toggle("single", data.parts.length < 2);
el("part").onchange = (event) => setPart(+event.target.value);
el("zoom").oninput = (event) => setZoom(+event.target.value);
document.querySelectorAll("#modes button").forEach((b) => { b.onclick = () => setMode(b.dataset.mode); });
window.addEventListener("resize", draw);
const start = new URLSearchParams(location.hash.slice(1));
if (start.get("mode")) state.mode = start.get("mode");
setPart(0);
if (start.get("change")) choose(+start.get("change"));
