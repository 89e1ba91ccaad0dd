// What links cannot do: move from claim to claim, search, filter, set a claim aside,
// fold, zoom and drag the graph. The address holds every state; nothing is made of texts but text.
(() => {
  const root = document.documentElement;
  const desk = document.querySelector(".desk");
  const list = document.getElementById("page-list");
  const panel = document.querySelector(".panel");
  const sources = document.getElementById("page-sources");
  const view = document.getElementById("page-map");
  const form = document.querySelector(".find");
  const count = document.getElementById("found");
  const path = document.getElementById("page-path");
  const aside = document.getElementById("page-aside");
  root.classList.add("live");

  // rows of the list by their numbers, and all elements by the parts they are about
  const rows = [...list.querySelectorAll(".row")];
  const numberOf = new Map(rows.map((row, at) => [row, at]));
  const rowOf = new Map(rows.map((row) => [row.dataset.parts, row]));
  const shown = new Map();
  for (const element of document.querySelectorAll(".row, .mention[data-parts], a.claim, .quoted")) {
    for (const part of element.dataset.parts.split(" ")) {
      if (!shown.has(part)) shown.set(part, []);
      shown.get(part).push(element);
    }
  }
  const elementsOf = (row) => shown.get(row.dataset.parts);

  // what leads to each row, by the way in which it does; and where it leads
  const WAYS = ["for", "against", "with"];
  const goals = (row, way) =>
    (row.dataset[way] ?? "").split(" ").filter(Boolean).map((each) => rows[each - 1]);
  const leading = new Map(rows.map((row) => [row, { for: [], against: [], with: [] }]));
  for (const row of rows) {
    for (const way of WAYS) {
      for (const goal of goals(row, way)) leading.get(goal)[way].push(row);
    }
  }

  // the next row on the shortest way to the main conclusion, or else to a first claim
  const onward = new Map();
  const isTop = (row) => WAYS.every((way) => !(way in row.dataset));
  for (const start of [...list.querySelectorAll(".thesis"), ...rows.filter(isTop)]) {
    if (onward.has(start)) continue;
    onward.set(start, null);
    const waiting = [start];
    for (const row of waiting) {
      for (const next of ["for", "against"].flatMap((way) => leading.get(row)[way])) {
        if (!onward.has(next)) {
          onward.set(next, row);
          waiting.push(next);
        }
      }
    }
  }

  // ---- the address: what is chosen, then `&name=value` for all else
  const FILTERS = ["find", "speaker", "section", "verdict", "kind"];
  const NAMES = ["view", ...FILTERS, "aside", "folded", "unfolded"];
  const read = (hash) => {
    const [target, ...rest] = hash.replace(/^#/, "").split("&");
    const given = new URLSearchParams(rest.join("&"));
    const state = {};
    for (const name of NAMES) if (given.has(name)) state[name] = given.get(name);
    try {
      state.target = decodeURIComponent(target);
    } catch {
      state.target = target;
    }
    return state;
  };
  const address = (state) => {
    const told = NAMES.filter((name) => state[name]);
    const written = (value) => encodeURIComponent(value).replaceAll("%2C", ",");
    const values = told.map((name) => `&${name}=${written(state[name])}`);
    return `#${encodeURIComponent(state.target || "page-list")}${values.join("")}`;
  };
  const idsIn = (value) => (value ?? "").split(",").filter(Boolean);
  let state = {};
  const go = (changes, { replacing = false } = {}) => {
    const to = address(withFolds({ ...state, ...changes }, changes));
    if (to !== location.hash) {
      history[replacing ? "replaceState" : "pushState"](null, "", to);
    }
    follow();
  };

  // ---- the chosen claim
  let chosen = [];
  let opener = null;

  const mark = (elements, name) => {
    for (const element of elements) {
      element.classList.add(...name.split(" "));
      chosen.push([element, name]);
    }
  };

  // ---- folds: the ids of what is folded, or `*` for all and of what is not
  const folds = new Map([...list.querySelectorAll("details")].map((each) => [each.dataset.below, each]));
  const foldedIn = ({ folded, unfolded }) => {
    const isAll = folded === "*";
    const named = new Set(idsIn(isAll ? unfolded : folded));
    return new Set([...folds.keys()].filter((id) => named.has(id) !== isAll));
  };
  const asFolded = (ids) => {
    const isMost = ids.size > folds.size / 2;
    const named = [...folds.keys()].filter((id) => ids.has(id) !== isMost).join(",");
    return isMost ? { folded: "*", unfolded: named } : { folded: named, unfolded: "" };
  };

  // nothing that one goes to stays folded away
  const withFolds = (next, changes) => {
    if ("folded" in changes) return next;
    const folded = foldedIn(next);
    const rowsTo = FILTERS.some((name) => name in changes) ? [...hitsIn(next)] : [];
    if (next.target !== state.target) {
      const to = document.getElementById(next.target);
      rowsTo.push(to?.closest(".row") ?? rowOf.get(to?.dataset.parts));
    }
    for (const row of rowsTo) {
      for (let at = row?.closest("details"); at; at = at.parentElement.closest("details")) {
        folded.delete(at.dataset.below);
      }
    }
    return { ...next, ...asFolded(folded) };
  };
  const setFolds = () => {
    const folded = foldedIn(state);
    for (const [id, each] of folds) if (each.open === folded.has(id)) each.open = !folded.has(id);
  };
  const fold = (details) => {
    const folded = foldedIn(state);
    const id = details.dataset.below;
    if (!folded.delete(id)) folded.add(id);
    go(asFolded(folded));
  };

  // scroll a box, and nothing around it, until something in it is in its middle
  const reveal = (box, element) => {
    if (!element.checkVisibility()) return;
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) {
      const place = element.getBoundingClientRect();
      const bottom = innerHeight - (getComputedStyle(panel).position === "fixed" ? panel.offsetHeight : 0);
      if (place.top < 0 || place.bottom > bottom) scrollBy(0, place.top - bottom / 3);
      return;
    }
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

  const link = (row) => {
    const to = document.createElement("a");
    to.href = row.querySelector("a").getAttribute("href");
    const said = row.querySelector(".said, .strong")?.textContent ?? "";
    const words = said.length > 60 ? `${said.slice(0, 59)}…` : said.replace(/\.$/, "");
    to.textContent = `${numberOf.get(row) + 1} ${words}`;
    to.dir = "auto";
    return to;
  };

  const showPath = (row) => {
    const way = [];
    for (let at = onward.get(row); at; at = onward.get(at)) way.unshift(at);
    path.hidden = !way.length;
    path.querySelector("ol").replaceChildren(
      ...way.map((each) => {
        const item = document.createElement("li");
        item.append(link(each));
        return item;
      }),
    );
    for (const each of way) mark(elementsOf(each), "passed");
  };

  const showJoined = (row) => {
    for (const way of WAYS) {
      const joined = new Set([...leading.get(row)[way], ...goals(row, way)]);
      for (const each of joined) mark(elementsOf(each), `joined ${way}`);
    }
  };

  const choose = (target) => {
    for (const [element, name] of chosen) {
      element.classList.remove(...name.split(" "));
      element.removeAttribute("aria-current");
    }
    chosen = [];
    const named = document.getElementById(target);
    const article = named?.tagName === "ARTICLE" ? named : null;
    panel.classList.toggle("open", Boolean(article));
    path.hidden = true;
    if (article) mark([article], "shown");
    const parts = article?.dataset.parts.split(" ") ?? [];
    const elements = parts.flatMap((part) => shown.get(part) ?? []);
    const row = named?.matches(".row") ? named : parts.length === 1 && rowOf.get(parts[0]);
    mark(row && !article ? [row] : elements, "chosen");
    for (const element of elements) element.setAttribute("aria-current", "true");
    if (row) {
      showPath(row);
      showJoined(row);
    }
    panel.scrollTop = 0;
    const isGraph = view && state.view === "graph";
    const place = chosen.find(([each, name]) =>
      name === "chosen" && (isGraph ? view : list).contains(each))?.[0];
    const words = elements.find((each) => each.classList.contains("quoted"));
    if (place) reveal(isGraph ? view : list, place);
    if (words && !words.contains(opener)) reveal(sources, words);
    if (named && !article && !row) named.scrollIntoView({ block: "nearest" });
  };

  // ---- search and filters: what is found is shown with what it speaks for
  let texts = null;
  const quotedFor = (row) => document
    .getElementById(row.querySelector("a").getAttribute("href").slice(1))
    ?.querySelectorAll("blockquote") ?? [];
  const NOUNS = ["argument", "question", "claim"];
  const nounOf = (row) =>
    NOUNS.find((noun) => (row.dataset.kinds ?? "").split(" ").includes(noun)) ?? "claim";
  const size = (some, noun) => some.filter((row) => nounOf(row) === noun).length;
  const counted = (hits) => NOUNS
    .filter((noun) => noun === "claim" ? size(rows, noun) : size(hits, noun))
    .map((noun) => `${size(hits, noun)} of ${size(rows, noun)} ${noun}${size(rows, noun) === 1 ? "" : "s"}`)
    .reverse().join(", ");
  const isFiltered = (given) => FILTERS.some((name) => given[name]);
  const isFound = (row, { find, speaker, section, verdict, kind }) => {
    const has = (name, value, mark) => (row.dataset[name] ?? "").split(mark).includes(value);
    texts ??= rows.map((each) => [each, ...quotedFor(each)].map((one) => one.textContent)
      .concat(each.dataset.parts, each.dataset.speakers ?? "").join("\n").toLowerCase());
    return (
      (!find || texts[numberOf.get(row)].includes(find.toLowerCase())) &&
      (!speaker || has("speakers", speaker, "\n")) &&
      (!section || row.dataset.section === section) &&
      (!verdict || (row.dataset.now ?? row.dataset.verdict) === verdict) &&
      (!kind || has("kinds", kind, " "))
    );
  };

  let sought = ["", new Set()];
  const hitsIn = (given) => {
    const key = JSON.stringify([...FILTERS, "aside"].map((name) => given[name] ?? ""));
    if (sought[0] !== key) {
      sought = [key, new Set(isFiltered(given) ? rows.filter((row) => isFound(row, given)) : [])];
    }
    return sought[1];
  };

  const filter = () => {
    const isAny = isFiltered(state);
    const kept = new Set();
    const hits = hitsIn(state);
    for (const row of rows) {
      const isHit = hits.has(row);
      for (const each of elementsOf(row)) each.classList.toggle("unfound", isAny && !isHit);
      for (let at = row; isHit && at !== list && !kept.has(at); at = at.parentElement) kept.add(at);
    }
    for (const each of list.querySelectorAll("li, .part")) {
      const isHidden = isAny && !kept.has(each);
      if (each.hidden !== isHidden) each.hidden = isHidden;
    }
    count.textContent = !isAny ? "" : hits.size ? counted([...hits]) : "Nothing found";
  };

  // ---- what if these fell: all labels anew, or what was worked out beforehand for each
  const net = JSON.parse(list.dataset.dependence ?? "null");
  const numberIn = (row) => net.numbers[numberOf.get(row)];
  const VERDICTS = { "-1": "rejected", "0": "contested", "1": "stands" };
  let before = null;
  const fallenIn = (given) => {
    const found = idsIn(given.aside).map((id) => rowOf.get(id)).filter(Boolean);
    return net ? found.filter((row) => numberIn(row) >= 0) : found.slice(-1);
  };
  const changesWithout = (fallen) => {
    if (!net) {
      const known = fallen.flatMap((row) => (row.dataset.aside ?? "").split(" ").filter(Boolean));
      return known.map((change) => change.split("-")).map(([number, verdict]) => [rows[number - 1], verdict]);
    }
    const gone = new Set(fallen.map(numberIn));
    before ??= labelsWithout(net, []);
    const now = labelsWithout(net, gone);
    const differs = (part) => part >= 0 && !gone.has(part) && now[part] !== before[part];
    return rows.filter((row) => differs(numberIn(row))).map((row) => [row, VERDICTS[now[numberIn(row)]]]);
  };
  const isAside = (part) => fallenIn(state).includes(rowOf.get(part));
  const toggledAside = (part) => {
    const others = net ? idsIn(state.aside).filter((each) => each !== part) : [];
    return [...others, ...isAside(part) ? [] : [part]].join(",");
  };
  const ask = () => {
    const question = panel.querySelector("article.shown .what-if");
    if (!question) return;
    const isMore = net && fallenIn(state).length;
    question.textContent = isAside(question.closest("article").dataset.parts)
      ? "Put this back"
      : isMore ? "What if this fell too?" : "What if this fell?";
  };

  const setAside = () => {
    for (const row of list.querySelectorAll(".row[data-now]")) {
      delete row.dataset.now;
      row.querySelector(".now").remove();
      for (const each of elementsOf(row)) each.classList.remove("changed", "aside");
    }
    const fallen = fallenIn(state);
    aside.hidden = !fallen.length;
    panel.classList.toggle("supposing", !aside.hidden);
    if (aside.hidden) return;
    const stamp = (which, verdict, words) => {
      which.dataset.now = verdict;
      const now = document.createElement("span");
      now.className = `verdict now ${verdict}`;
      now.textContent = words;
      which.querySelector("a").after(" ", now);
      const name = verdict === "aside" ? "aside" : "changed";
      for (const each of elementsOf(which)) each.classList.add(name);
    };
    for (const row of fallen) stamp(row, "aside", "set aside");
    const changes = changesWithout(fallen);
    const items = changes.map(([changed, verdict]) => {
      stamp(changed, verdict, `now ${verdict}`);
      const item = document.createElement("li");
      item.append(link(changed), ` now ${verdict}`);
      return item;
    });
    const [words, changed] = aside.querySelectorAll("p, ul");
    const size = changes.length;
    const names = fallen.flatMap((row, at) => [at ? (at + 1 < fallen.length ? ", " : " and ") : "", link(row)]);
    words.replaceChildren("If ", ...names, ` fell, ${size || "no"} other verdict${size === 1 ? "" : "s"} would change.`);
    changed.replaceChildren(...items);
    aside.querySelector(".undo").textContent = fallen.length > 1 ? "Put them back" : "Put it back";
  };

  // ---- one state after the other
  const follow = () => {
    const last = state;
    state = read(location.hash);
    const differs = (...names) => names.some((name) => state[name] !== last[name]);
    if (differs("view")) {
      const isGraph = state.view === "graph";
      const radio = document.getElementById(isGraph ? "as-graph" : "as-list");
      if (radio) radio.checked = true;
      if (isGraph && !isDrawn) draw();
    }
    if (differs("aside")) setAside();
    if (differs(...FILTERS) || (differs("aside") && state.verdict)) {
      for (const name of FILTERS) {
        const field = form.elements[name];
        if (field && field.value !== (state[name] ?? "")) field.value = state[name] ?? "";
      }
      filter();
    }
    if (differs("folded", "unfolded")) setFolds();
    if (differs("target", "view")) choose(state.target);
    if (differs("target", "aside")) ask();
  };

  const close = () => {
    if (!panel.classList.contains("open")) return;
    const back = opener?.isConnected && !opener.closest("article") ? opener : null;
    const current = rowOf.get(panel.querySelector("article.shown").dataset.parts);
    go({ target: "page-list" });
    (back ?? current?.querySelector("a") ?? list).focus({ preventScroll: true });
  };

  // ---- from claim to claim
  const current = () => {
    const at = chosen.find(([element, name]) => name === "chosen" && rowOf.get(element.dataset.parts) === element);
    return at?.[0];
  };
  const visit = (row) => {
    if (!row) return;
    const isGraph = state.view === "graph";
    go({ target: row.querySelector("a").getAttribute("href").slice(1) });
    const box = isGraph ? elementsOf(row).find((each) => view.contains(each)) : row.querySelector("a");
    box?.focus({ preventScroll: true });
  };
  const beside = (row) => {
    for (const way of WAYS) {
      for (const goal of goals(row, way)) {
        const all = WAYS.flatMap((each) => leading.get(goal)[each]);
        const next = all[all.indexOf(row) + 1];
        if (next) return next;
      }
    }
    return null;
  };
  const seen = () => rows.filter((row) => !row.classList.contains("unfound"));
  const step = (by) => {
    const all = seen();
    const row = current();
    if (!row) return all[0];
    const at = numberOf.get(row);
    return by > 0
      ? all.find((each) => numberOf.get(each) > at)
      : all.findLast((each) => numberOf.get(each) < at);
  };
  const ofCurrent = (which) => () => {
    const row = current();
    visit(row ? which(row) : step(1));
  };
  const KEYS = {
    n: () => visit(step(1)),
    p: () => visit(step(-1)),
    r: ofCurrent((row) => leading.get(row).for[0]),
    o: ofCurrent((row) => leading.get(row).against[0]),
    s: ofCurrent(beside),
    u: ofCurrent((row) => onward.get(row) ?? WAYS.flatMap((way) => goals(row, way))[0]),
    f: () => {
      const below = current()?.parentElement.querySelector(":scope > details");
      if (below) fold(below);
    },
    w: () => {
      const row = current();
      if (row && panel.querySelector("article.shown .what-if")) {
        go({ aside: toggledAside(row.dataset.parts) });
      }
    },
    "/": () => form.elements.find.focus(),
    Escape: close,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches?.("input:not([type=radio]), select");
    if (isTyping && event.key === "Escape") event.target.blur();
    const opens = event.target.closest?.("a.claim, a.quoted, .row a");
    if (event.key === " " && opens) {
      event.preventDefault();
      opens.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } else if (!isTyping && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  document.addEventListener("click", (event) => {
    const summary = event.target.closest?.("summary");
    if (summary) {
      event.preventDefault();
      fold(summary.parentElement);
    }
    const to = event.target.closest?.('a[href^="#"]');
    if (!to || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const next = read(to.getAttribute("href"));
    if (to.classList.contains("seek")) {
      const words = document.getElementById(next.target);
      reveal(sources, words);
      words.focus();
    } else if (to.classList.contains("close")) {
      close();
    } else {
      opener = to;
      if (to.classList.contains("undo")) next.aside = "";
      if (to.classList.contains("what-if")) next.aside = toggledAside(next.aside);
      go({ ...next, target: to.classList.contains("undo") ? state.target : next.target });
      const named = document.getElementById(state.target);
      named?.focus({ preventScroll: named.tagName === "ARTICLE" });
    }
  });

  form.addEventListener("input", () => {
    const fields = FILTERS.map((name) => [name, form.elements[name]?.value ?? ""]);
    go(Object.fromEntries(fields), { replacing: true });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    visit(seen()[0]);
  });
  form.addEventListener("reset", () => {
    go(Object.fromEntries(FILTERS.map((name) => [name, ""])));
  });
  for (const [id, folded] of [["fold", [...folds.keys()]], ["unfold", []]]) {
    document.getElementById(id).addEventListener("click", () => go(asFolded(new Set(folded))));
  }
  for (const radio of document.querySelectorAll("input[name=view]")) {
    radio.addEventListener("change", () => go({ view: radio.id === "as-graph" ? "graph" : "" }));
  }
  window.addEventListener("beforeprint", () => {
    for (const each of folds.values()) each.open = true;
  });
  window.addEventListener("afterprint", setFolds);

  // ---- the graph: zoom, and a mouse that drags it; fingers scroll it without our help
  let isDrawn = false;
  let draw = () => {};
  if (view) {
    const picture = view.querySelector("svg");
    const { width, height } = picture.viewBox.baseVal;
    const READABLE = 0.9;
    const LARGEST = 4;
    let scale = 1;
    let isWhole = false;

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

    // its first time: all of it, or so much of it as can be read
    draw = () => {
      isDrawn = true;
      showAll();
      if (scale >= READABLE) return;
      zoom(READABLE);
      const first = shown.get(view.dataset.first)?.find((each) => view.contains(each));
      if (first) reveal(view, first);
    };

    const ZOOMS = {
      "+": () => zoom(scale * 1.25),
      "=": () => zoom(scale * 1.25),
      "-": () => zoom(scale / 1.25),
      "0": showAll,
    };
    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in ZOOMS)) return;
      event.preventDefault();
      ZOOMS[event.key]();
    });
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
      zoom(scale * Math.exp(-pixels / 400), event.clientX, event.clientY);
    }, { passive: false });

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
    document.getElementById("zoom-in").addEventListener("click", ZOOMS["+"]);
    document.getElementById("zoom-out").addEventListener("click", ZOOMS["-"]);
    document.getElementById("show-all").addEventListener("click", showAll);
    new ResizeObserver(() => { if (isWhole) showAll(); }).observe(view);
  }

  for (const hidden of document.querySelectorAll(".find, .tools")) hidden.hidden = false;
  history.scrollRestoration = "manual";
  window.addEventListener("hashchange", follow);
  follow();
})();
