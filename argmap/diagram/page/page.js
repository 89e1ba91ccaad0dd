// What links cannot do: zoom, dragging, keys, and finding a claim in the map and sources.
"use strict";
(() => {
  const view = document.getElementById("page-map");
  const picture = view.querySelector("svg");
  const sources = document.getElementById("page-sources");
  const { width, height } = picture.viewBox.baseVal;
  const READABLE = 0.9;
  const LARGEST = 4;
  let scale = 1;
  let isWhole = false;

  // elements of the map and of sources by the parts they are about
  const shown = new Map();
  for (const element of document.querySelectorAll(".claim[data-parts], .quoted")) {
    for (const part of element.dataset.parts.split(" ")) {
      if (!shown.has(part)) shown.set(part, []);
      shown.get(part).push(element);
    }
  }

  const fitting = () =>
    Math.min(view.clientWidth / width, view.clientHeight / height, 1.5);

  // zoom, and leave what is at a point of the window where it is
  const zoom = (to, x, y) => {
    const frame = view.getBoundingClientRect();
    const atX = x ?? frame.left + view.clientWidth / 2;
    const atY = y ?? frame.top + view.clientHeight / 2;
    const before = picture.getBoundingClientRect();
    scale = Math.min(LARGEST, Math.max(to, Math.min(fitting(), READABLE)));
    isWhole = false;
    picture.style.width = `${width * scale}px`;
    picture.style.height = `${height * scale}px`;
    const after = picture.getBoundingClientRect();
    const ratio = after.width / before.width;
    view.scrollLeft += after.left + (atX - before.left) * ratio - atX;
    view.scrollTop += after.top + (atY - before.top) * ratio - atY;
  };

  const showAll = () => {
    zoom(fitting());
    isWhole = true;
  };

  // scroll a box, and nothing around it, until something in it is in its middle
  const reveal = (box, element) => {
    const frame = box.getBoundingClientRect();
    const place = element.getBoundingClientRect();
    const isSeen =
      place.top >= frame.top && place.bottom <= frame.bottom &&
      place.left >= frame.left && place.right <= frame.right;
    if (isSeen) return;
    box.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
    box.scrollTop += place.top + Math.min(place.height, frame.height) / 2 -
      frame.top - frame.height / 2;
  };

  let chosen = [];
  let opener = null;

  const choose = () => {
    for (const element of chosen) {
      element.classList.remove("chosen");
      element.removeAttribute("aria-current");
    }
    const article = document.querySelector("article:target");
    const parts = article ? article.dataset.parts.split(" ") : [];
    chosen = parts.flatMap((part) => shown.get(part) ?? []);
    for (const element of chosen) {
      element.classList.add("chosen");
      element.setAttribute("aria-current", "true");
    }
    const claim = chosen.find((element) => view.contains(element));
    const words = chosen.find((element) => sources?.contains(element));
    if (claim) reveal(view, claim);
    if (words && !words.contains(opener)) reveal(sources, words);
  };

  const follow = (link) => {
    opener = link;
    location.hash = link.getAttribute("href");
  };

  const close = () => {
    if (!document.querySelector("article:target")) return;
    const back = opener?.isConnected ? opener : null;
    location.hash = view.id;
    (back?.closest("article") ? view : back ?? view).focus({ preventScroll: true });
  };

  const KEYS = {
    "+": () => zoom(scale * 1.25),
    "=": () => zoom(scale * 1.25),
    "-": () => zoom(scale / 1.25),
    "0": showAll,
  };

  view.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest?.("a.claim, a.quoted");
    if (event.key === "Escape") close();
    if (event.key === " " && link) {
      event.preventDefault();
      follow(link);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    if (link.classList.contains("seek")) {
      event.preventDefault();
      const words = document.getElementById(link.getAttribute("href").slice(1));
      reveal(sources, words);
      words.focus();
    } else if (link.classList.contains("close")) {
      event.preventDefault();
      close();
    } else {
      opener = link;
    }
  });

  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
    zoom(scale * Math.exp(-pixels / 400), event.clientX, event.clientY);
  }, { passive: false });

  // a mouse drags the map; fingers scroll it without our help
  let grip = null;
  view.addEventListener("dragstart", (event) => event.preventDefault());
  view.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) {
      grip = { x: event.clientX, y: event.clientY, isMoved: false };
    }
  });
  view.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const x = event.clientX - grip.x;
    const y = event.clientY - grip.y;
    if (!grip.isMoved && Math.hypot(x, y) < 5) return;
    if (!grip.isMoved) view.setPointerCapture(event.pointerId);
    view.classList.add("dragged");
    view.scrollLeft -= x;
    view.scrollTop -= y;
    grip = { x: event.clientX, y: event.clientY, isMoved: true };
  });
  for (const end of ["pointerup", "pointercancel"]) {
    view.addEventListener(end, () => {
      grip = null;
      view.classList.remove("dragged");
    });
  }

  document.getElementById("zoom-in").addEventListener("click", KEYS["+"]);
  document.getElementById("zoom-out").addEventListener("click", KEYS["-"]);
  document.getElementById("show-all").addEventListener("click", showAll);
  document.querySelector(".tools").hidden = false;
  new ResizeObserver(() => { if (isWhole) showAll(); }).observe(view);

  document.documentElement.style.setProperty("--tall", `${Math.max(height, 160)}px`);
  showAll();
  if (scale < READABLE) {
    zoom(READABLE);
    const first = shown.get(view.dataset.first)?.find((each) => view.contains(each));
    if (first) reveal(view, first);
  }
  window.addEventListener("hashchange", choose);
  window.addEventListener("load", choose);
})();
