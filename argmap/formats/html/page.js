"use strict";
// The page works without this: it adds panning, zooming, folding, searching and choosing.
const pictures = [...document.querySelectorAll(".picture svg")];
const groups = [...document.querySelectorAll("g[data-card]")];
const cards = new Map([...document.querySelectorAll("article")].map((card) => [card.id, card]));
const views = pictures.map((svg) => svg.viewBox.baseVal);
const whole = views.map((view) => ({ x: view.x, y: view.y, width: view.width, height: view.height }));

function zoom(factor, atX = 0.5, atY = 0.5) {
  for (const view of views) {
    view.x += view.width * (1 - factor) * atX;
    view.y += view.height * (1 - factor) * atY;
    view.width *= factor;
    view.height *= factor;
  }
}

function pan(right, down) {
  for (const view of views) {
    view.x += view.width * right;
    view.y += view.height * down;
  }
}

function fit() {
  views.forEach((view, index) => Object.assign(view, whole[index]));
}

function choose(id, move) {
  for (const part of document.querySelectorAll(".chosen")) part.classList.remove("chosen");
  const card = cards.get(id);
  if (!card) return;
  card.classList.add("chosen");
  for (const group of groups) group.classList.toggle("chosen", group.dataset.card === id);
  if (move) {
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  }
}

function hide(card, away) {
  const waiting = card.dataset.below.split(" ");
  while (waiting.length) {
    const id = waiting.pop();
    if (!id || away.has(id) || id === card.id) continue;
    away.add(id);
    waiting.push(...(cards.get(id)?.dataset.below.split(" ") ?? []));
  }
}

function fold() {
  const away = new Set();
  for (const card of cards.values()) {
    if (card.querySelector("[data-fold]")?.getAttribute("aria-expanded") === "false") {
      hide(card, away);
    }
  }
  for (const group of document.querySelectorAll("g[data-card], g[data-part]")) {
    group.classList.toggle("folded-away", away.has(group.dataset.card ?? group.dataset.part));
  }
  for (const [id, card] of cards) card.classList.toggle("folded-away", away.has(id));
}

function search(words) {
  const wanted = words.trim().toLocaleLowerCase();
  let count = 0;
  for (const [id, card] of cards) {
    const match = card.textContent.toLocaleLowerCase().includes(wanted);
    count += match ? 1 : 0;
    card.classList.toggle("no-match", !match);
    for (const group of groups) {
      if (group.dataset.card === id) group.classList.toggle("found", Boolean(wanted) && match);
    }
  }
  document.getElementById("matches").textContent = wanted ? `${count} of ${cards.size}` : "";
}

for (const group of groups) {
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "button");
  group.addEventListener("click", () => choose(group.dataset.card, true));
  group.addEventListener("focus", () => choose(group.dataset.card, false));
  group.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(group.dataset.card, true);
    }
  });
}

for (const button of document.querySelectorAll("[data-fold]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") === "false");
    fold();
  });
}

document.getElementById("search").addEventListener("input", (event) => search(event.target.value));
document.getElementById("larger").addEventListener("click", () => zoom(0.8));
document.getElementById("smaller").addEventListener("click", () => zoom(1.25));
document.getElementById("fit").addEventListener("click", fit);
document.querySelector(".tools").hidden = false;

for (const frame of document.querySelectorAll(".picture")) {
  let from = null;
  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  frame.addEventListener("pointerdown", (event) => { from = event; });
  window.addEventListener("pointerup", () => { from = null; });
  frame.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = frame.getBoundingClientRect();
    pan((from.clientX - event.clientX) / box.width, (from.clientY - event.clientY) / box.height);
    from = event;
  });
  frame.addEventListener("keydown", (event) => {
    const keys = {
      ArrowLeft: () => pan(-0.1, 0), ArrowRight: () => pan(0.1, 0),
      ArrowUp: () => pan(0, -0.1), ArrowDown: () => pan(0, 0.1),
      "+": () => zoom(0.8), "-": () => zoom(1.25), 0: fit,
    };
    if (keys[event.key] && event.target === frame) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
