// What links cannot do: views, folding, search, filters, setting a claim aside; zoom,
// dragging, keys, and finding a claim in the list, the map and the sources.
"use strict";
(() => {
  const root = document.documentElement;
  const list = document.getElementById("page-outline");
  const view = document.getElementById("page-map");
  const picture = view.querySelector("svg");
  const sources = document.getElementById("page-sources");
  const { width, height } = picture.viewBox.baseVal;
  const READABLE = 0.9;
  const LARGEST = 4;
  let scale = 1;
  let isWhole = false;

  // elements of the list, the map and sources by the parts they are about
  const shown = new Map();
  const elements = document.querySelectorAll(".row, .claim[data-parts], .quoted");
  for (const element of elements) {
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

  // The state of the page is its address: a claim, and behind a question mark the rest.
  const FILTERS = ["speaker", "section", "verdict", "kind"];
  const controls = new Map(["search", ...FILTERS].map(
    (name) => [name, document.getElementById(`by-${name}`)],
  ));
  const state = new URLSearchParams();
  let article = null;

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  // an id may hold a question mark, too
  const read = () => {
    const hash = location.hash.slice(1);
    const mark = hash.lastIndexOf("?");
    const isPlain = mark < 0 || document.getElementById(decoded(hash));
    return isPlain ? [decoded(hash)] : [decoded(hash.slice(0, mark)), hash.slice(mark)];
  };

  const write = () => {
    const id = article ? article.id : "";
    const more = state.toString();
    const hash = `#${encodeURIComponent(id)}${more ? `?${more}` : ""}`;
    if (location.hash !== hash) history.replaceState(null, "", hash);
  };

  const set = (name, value) => {
    if (value) state.set(name, value);
    else state.delete(name);
  };

  const show = (name) => {
    root.dataset.view = name;
    for (const each of ["list", "graph"]) {
      const isShown = String(each === name);
      document.getElementById(`show-${each}`).setAttribute("aria-pressed", isShown);
    }
    if (name === "graph") firstLook();
  };

  const fold = (button, isOpen) => {
    button.setAttribute("aria-expanded", String(isOpen));
    button.parentElement.classList.toggle("folded", !isOpen);
  };

  // lists in lists can be folded; rows know their item, items the one above them
  const items = [...list.querySelectorAll("li")];
  const above = new Map(items.map((item) => [item, item.parentElement.closest("li")]));
  for (const item of items) {
    if (!item.querySelector(":scope > ul")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-label", "What stands below");
    item.prepend(button);
    fold(button, true);
  }

  const unfold = (element) => {
    for (let item = element.closest("li"); item; item = above.get(item)) {
      if (item.classList.contains("folded")) fold(item.firstElementChild, true);
    }
  };

  const words = new Map(items.map((item) => {
    const row = item.querySelector(":scope > .row");
    return [item, (row ?? item).textContent.toLowerCase()];
  }));

  // show what the search and the filters ask for, and what that stands below
  const sift = () => {
    const wanted = (state.get("search") ?? "").toLowerCase();
    const asked = FILTERS.filter((name) => state.has(name));
    const isSifted = Boolean(wanted || asked.length);
    const kept = new Set();
    let count = 0;
    for (const item of items) {
      const does = words.get(item).includes(wanted) && asked.every(
        (name) => (item.dataset[name] ?? "").split("\n").includes(state.get(name)),
      );
      item.classList.toggle("context", isSifted && !does);
      if (!does) continue;
      count += 1;
      for (let each = item; each && !kept.has(each); each = above.get(each)) kept.add(each);
    }
    for (const item of items) item.hidden = !kept.has(item);
    const found = document.getElementById("found");
    found.textContent = isSifted ? `${count} of ${items.length} found` : "";
  };

  let aside = [];

  // show what a claim changes that is set aside: its article says what
  const setAside = () => {
    for (const element of aside) delete element.dataset.now;
    const id = state.get("without");
    const left = id && document.getElementById(`part-${id}`);
    const changes = new Map(left ? [[id, "set aside"]] : []);
    for (const each of left?.querySelectorAll("[data-then]") ?? []) {
      changes.set(each.dataset.of, each.dataset.then);
    }
    aside = [...changes.keys()].flatMap((part) => shown.get(part) ?? []);
    for (const [part, now] of changes) {
      for (const element of shown.get(part) ?? []) element.dataset.now = now;
    }
    const notice = document.getElementById("set-aside");
    notice.hidden = !left;
    if (!left) return;
    const name = left.querySelector("h2").textContent;
    notice.firstElementChild.textContent =
      `Set aside: “${name}”. Verdicts that change: ${changes.size - 1}.`;
    const more = left.querySelector("ul.without > .more");
    if (more) notice.firstElementChild.textContent += ` ${more.textContent}.`;
  };

  const RELATED = { for: "is-for", against: "is-against", uses: "is-use" };
  let chosen = [];
  let related = [];
  let opener = null;

  const mark = (id, isMarked) => {
    for (const element of shown.get(id) ?? []) {
      element.classList.toggle("chosen", isMarked);
      if (isMarked) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  };

  const choose = () => {
    for (const part of chosen) mark(part, false);
    for (const [element, name] of related) element.classList.remove(name);
    const parts = article ? article.dataset.parts.split(" ") : [];
    chosen = parts;
    for (const part of parts) mark(part, true);
    related = Object.entries(RELATED).flatMap(([kind, name]) =>
      [...(article?.querySelectorAll(`ul.${kind} > li > a[href^="#part-"]`) ?? [])]
        .flatMap((link) => shown.get(decoded(link.hash.slice("#part-".length))) ?? [])
        .map((element) => [element, name]));
    for (const [element, name] of related) element.classList.add(name);
    const elements = parts.flatMap((part) => shown.get(part) ?? []);
    const frame = root.dataset.view === "graph" ? view : list;
    const claim = elements.find((element) => frame.contains(element));
    const quoted = elements.find((element) => sources?.contains(element));
    if (claim && frame === list) unfold(claim);
    if (claim && claim !== opener) reveal(frame, claim);
    if (quoted && !quoted.contains(opener)) reveal(sources, quoted);
  };

  // do what the address says; a plain link leaves the rest of the state as it is
  const apply = () => {
    const [id, more] = read();
    if (more !== undefined) {
      for (const name of [...state.keys()]) state.delete(name);
      for (const [name, value] of new URLSearchParams(more)) state.set(name, value);
    }
    if (id === view.id) set("view", "graph");
    if (id === list.id) set("view", "");
    const named = document.getElementById(id);
    article?.classList.remove("open");
    article = named?.tagName === "ARTICLE" ? named : null;
    article?.classList.add("open");
    root.dataset.open = String(Boolean(article));
    show(state.get("view") === "graph" ? "graph" : "list");
    for (const [name, control] of controls) {
      if (control) control.value = state.get(name) ?? "";
    }
    sift();
    setAside();
    choose();
    if (!article || more !== undefined) return;
    // as the browser does with a target; side by side, nothing needs to be scrolled
    const isWide = matchMedia("(min-width: 45rem)").matches;
    article.focus({ preventScroll: isWide });
    if (state.toString()) write();
  };

  const follow = (link) => {
    opener = link;
    location.hash = link.getAttribute("href");
  };

  // go somewhere on the page without the scrolling that a link brings
  const go = (id) => {
    history.pushState(null, "", `#${id}`);
    apply();
  };

  const close = () => {
    if (!article) return;
    const back = opener?.isConnected && !opener.closest("article") ? opener : null;
    const frame = root.dataset.view === "graph" ? view : list;
    go(frame.id);
    (back ?? frame).focus({ preventScroll: true });
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

  // letters lead on from the chosen claim, as its links do
  const LEADS = {
    n: "a[rel=next]",
    p: "a[rel=prev]",
    r: "ul.for a",
    o: "ul.against a",
    s: "ul.uses a",
  };

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest?.("a.claim, a.quoted");
    if (event.key === "Escape") close();
    const isTyping = event.target.matches?.("input, select");
    if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const from = article ?? document.querySelector("article");
      const lead = event.key in LEADS && from?.querySelector(LEADS[event.key]);
      if (event.key === "n" && !article && from) location.hash = from.id;
      else if (lead) location.hash = lead.hash;
      if (event.key === "/") {
        event.preventDefault();
        controls.get("search").focus();
      }
    }
    if (event.key === " " && link) {
      event.preventDefault();
      follow(link);
    }
  });

  for (const [name, control] of controls) {
    control?.addEventListener("input", () => {
      set(name, control.value);
      sift();
      write();
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (button?.classList.contains("fold")) {
      fold(button, button.getAttribute("aria-expanded") !== "true");
    } else if (button?.classList.contains("aside")) {
      set("without", button.closest("article")?.dataset.parts);
      setAside();
      write();
    }
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

  document.getElementById("show-list").addEventListener("click", () => go(list.id));
  document.getElementById("show-graph").addEventListener("click", () => go(view.id));

  // the map has no size before it is shown
  let isSeen = false;
  const firstLook = () => {
    if (isSeen) return;
    isSeen = true;
    showAll();
    if (scale < READABLE) {
      zoom(READABLE);
      const first = shown.get(view.dataset.first)?.find((each) => view.contains(each));
      if (first) reveal(view, first);
    }
  };

  root.classList.add("scripted");
  window.addEventListener("hashchange", apply);
  apply();
})();
