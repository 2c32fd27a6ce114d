"use strict";
// The page says all without this, which adds panning, zooming, folding, searching and choosing.
const frame = document.getElementById("picture");
const pictures = [...frame.querySelectorAll("svg")];
const parts = [...frame.querySelectorAll("[data-card], [data-part]")];
const groups = parts.filter((part) => part.dataset.card);
const cards = new Map([...document.querySelectorAll("article")].map((card) => [card.id, card]));
const names = (text) => text.split(" ").filter(Boolean);

// What is in view: the place of the map in the middle of the frame, and which part of the map's size.
const { width, height } = pictures[0].viewBox.baseVal;
const view = { x: width / 2, y: height / 2, part: 1 };

function look(x, y, part) {
  view.part = Math.min(Math.max(part, 40 / Math.max(width, height)), 1.25);
  view.x = Math.min(Math.max(x, 0), width);
  view.y = Math.min(Math.max(y, 0), height);
  const [wide, high] = [width * view.part, height * view.part];
  const box = [view.x - wide / 2, view.y - high / 2, wide, high].join(" ");
  for (const picture of pictures) picture.setAttribute("viewBox", box);
}

const unitsPerPixel = () => view.part * Math.max(width / frame.clientWidth, height / frame.clientHeight);
const fit = () => look(width / 2, height / 2, 1);

function pan(right, down) {
  const scale = unitsPerPixel();
  look(view.x - right * scale, view.y - down * scale, view.part);
}

function middle(element) {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function zoom(factor, [x, y] = middle(frame)) {
  const [middleX, middleY] = middle(frame);
  const before = unitsPerPixel();
  const { x: atX, y: atY } = view;
  look(atX, atY, view.part * factor);
  const gone = before - unitsPerPixel();
  look(atX + (x - middleX) * gone, atY + (y - middleY) * gone, view.part);
}

function bringIntoView(group) {
  const [box, inside] = [frame.getBoundingClientRect(), group.getBoundingClientRect()];
  const seen = inside.left >= box.left && inside.right <= box.right && inside.top >= box.top && inside.bottom <= box.bottom;
  if (seen) return;
  const [[x, y], [atX, atY]] = [middle(frame), middle(group)];
  pan(x - atX, y - atY);
}

// Folding: in view is what the starts lead to without going through a folded card.
const isFolded = (card) => card.querySelector('[data-fold][aria-expanded="false"]') !== null;

function reached(starts, stops) {
  const seen = new Set();
  const waiting = [...starts];
  while (waiting.length) {
    const id = waiting.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    const card = cards.get(id);
    if (card && !stops(card)) waiting.push(...names(card.dataset.below));
  }
  return seen;
}

function fold() {
  const seen = reached(names(frame.dataset.starts), isFolded);
  const away = (id) => !seen.has(id);
  for (const part of parts) part.classList.toggle("folded-away", away(part.dataset.card ?? part.dataset.part));
  for (const group of groups) group.classList.toggle("folded", isFolded(cards.get(group.dataset.card)));
  for (const [id, card] of cards) card.classList.toggle("folded-away", away(id));
}

const isAway = (card) => card.classList.contains("folded-away");

function unfoldTo(id) {
  const leadsThere = (card) => isFolded(card) && reached(names(card.dataset.below), () => false).has(id);
  while (isAway(cards.get(id))) {
    const hiding = [...cards.values()].find((card) => !isAway(card) && leadsThere(card));
    hiding.querySelector("[data-fold]").setAttribute("aria-expanded", "true");
    fold();
  }
}

// Choosing: the card and its article are marked, and both come into view.
const isDrawn = (group) => group.getClientRects().length > 0;
const drawn = (id) => groups.find((group) => group.dataset.card === id && isDrawn(group));

function mark(id) {
  for (const each of [...groups, ...cards.values()]) {
    if ((each.dataset.card ?? each.id) === id) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
  const group = drawn(id);
  if (group) bringIntoView(group);
}

function choose(id) {
  const card = cards.get(id);
  unfoldTo(id);
  mark(id);
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
}

// Searching: in what a card itself says, not in what others say of it.
const said = new Map([...cards].map(([id, card]) => {
  const own = [...card.children].filter((child) => !child.matches(".bearing, [data-fold]"));
  return [id, own.map((child) => child.textContent).join(" ").toLocaleLowerCase()];
}));

function search(words) {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set([...cards.keys()].filter((id) => wanted.every((word) => said.get(id).includes(word))));
  for (const [id, card] of cards) card.classList.toggle("no-match", !found.has(id));
  for (const group of groups) {
    group.classList.toggle("found", wanted.length > 0 && found.has(group.dataset.card));
  }
  document.getElementById("matches").textContent = wanted.length ? `${found.size} of ${cards.size}` : "";
}

const searchField = document.getElementById("search");
searchField.addEventListener("input", () => search(searchField.value));
searchField.addEventListener("keydown", (event) => {
  const first = [...cards.values()].find((card) => !card.classList.contains("no-match"));
  if (event.key === "Enter" && searchField.value.trim() && first) choose(first.id);
});

for (const group of groups) {
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "button");
}

for (const button of document.querySelectorAll("[data-fold]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") === "false");
    fold();
  });
}

document.addEventListener("focusin", ({ target }) => {
  const id = target.closest("[data-card]")?.dataset.card ?? target.closest("article")?.id;
  if (id) mark(id);
});
document.addEventListener("click", ({ target }) => {
  const link = target.closest('a[href^="#card-"]');
  if (link) choose(link.hash.slice(1));
});
document.addEventListener("keydown", (event) => {
  const card = event.target.closest("article");
  if (card && event.key === "Escape") drawn(card.id)?.focus({ preventScroll: true });
});

document.getElementById("larger").addEventListener("click", () => zoom(0.8));
document.getElementById("smaller").addEventListener("click", () => zoom(1.25));
document.getElementById("fit").addEventListener("click", fit);

const keys = {
  ArrowLeft: () => pan(80, 0), ArrowRight: () => pan(-80, 0),
  ArrowUp: () => pan(0, 80), ArrowDown: () => pan(0, -80),
  "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), 0: fit,
};
frame.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const card = event.target.dataset.card;
  const action = card && (event.key === "Enter" || event.key === " ") ? () => choose(card) : keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

frame.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(1.0015 ** (event.deltaY * (event.deltaMode ? 16 : 1)), [event.clientX, event.clientY]);
}, { passive: false });

// Dragging: one pointer pans, two zoom; a press that moved does not choose the card it began on.
const pointers = new Map();
let dragged = false;

function grip() {
  const [one, two = one] = [...pointers.values()];
  const apart = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
  return { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2, apart: apart || 1 };
}

frame.addEventListener("mousedown", (event) => {
  event.preventDefault();
  frame.focus({ preventScroll: true });
});
frame.addEventListener("pointerdown", (event) => {
  if (!pointers.size) dragged = false;
  pointers.set(event.pointerId, event);
});
frame.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  if (!dragged && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 4) return;
  dragged = true;
  frame.setPointerCapture(event.pointerId);
  const before = grip();
  pointers.set(event.pointerId, event);
  const after = grip();
  pan(after.x - before.x, after.y - before.y);
  zoom(before.apart / after.apart, [after.x, after.y]);
});
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (event) => pointers.delete(event.pointerId));
}
frame.addEventListener("click", ({ target }) => {
  const group = target.closest("[data-card]");
  if (group && !dragged) choose(group.dataset.card);
});

// On paper is the whole map.
let onScreen = null;
window.addEventListener("beforeprint", () => { onScreen = { ...view }; fit(); });
window.addEventListener("afterprint", () => look(onScreen.x, onScreen.y, onScreen.part));

document.querySelector(".tools").hidden = false;
