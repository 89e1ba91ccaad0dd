// The grounded labels of a map with some parts set aside: the rules of
// argmap/evaluation/worlds.py, for one world. A label is -1 (rejected), 0 or 1 (accepted).
"use strict";
const labelsWithout = (() => {
  const MEETS = {
    "scintilla": (pro) => pro > 0,
    "preponderance": (pro, con) => pro > con,
    "clear-and-convincing": (pro, con) => pro - con > 0.5,
    "beyond-reasonable-doubt": (pro, con) => pro - con > 0.5 && con < 0.3,
    "dialectical-validity": (pro, con) => pro > 0 && con === 0,
  };

  return (net, aside) => {
    const { claims, pro, con, weights, standards } = net;
    const circles = new Map(net.circles.map(([claim, circle]) => [claim, new Set(circle)]));
    const excluded = new Set([...net.excluded, ...aside]);
    const labels = weights.map(() => 0);
    const counted = new Map();
    const rivals = new Map();
    for (const set of net.rivals) {
      for (const claim of set) {
        if (!rivals.has(claim)) rivals.set(claim, new Set());
        for (const other of set) if (other !== claim) rivals.get(claim).add(other);
      }
    }
    const rivalsOf = (part) => [...(rivals.get(part) ?? [])];

    // what speaks for a claim, and what a rival weighs, as pairs of a weight and a label
    const known = (part) => labels[part];
    const reasonsFor = (claim, label) => {
      const steps = pro[claim].map((step) => [weights[step], label(step)]);
      return weights[claim] ? [[weights[claim], 1], ...steps] : steps;
    };
    const weightsOf = (rival) => {
      const isOf = (step) => circles.get(rival)?.has(step);
      const label = (step) => isOf(step) ? counted.get(step) ?? 0 : labels[step];
      const found = reasonsFor(rival, label);
      const isOne = new Set(found.map(([weight]) => weight)).size === 1;
      return isOne
        ? [[found[0][0], labels[rival]]]
        : found.map(([weight, each]) => [weight, Math.min(each, labels[rival])]);
    };
    const judged = (part, label = known) => {
      if (excluded.has(part)) return -1;
      if (part >= claims) {
        return Math.min(1, ...pro[part].map(label), ...con[part].map((each) => -labels[each]));
      }
      const meets = MEETS[standards[part]];
      const against = con[part].map((step) => [weights[step], labels[step]])
        .concat(rivalsOf(part).flatMap(weightsOf));
      const wins = reasonsFor(part, label)
        .filter(([weight]) => meets(weight, 0))
        .map(([weight, each]) => against.reduce(
          (left, [other, hit]) => meets(weight, other) ? left : Math.min(left, -hit), each));
      return Math.max(-1, ...wins);
    };

    // judge parts, and what depends on one that has changed, first in first out
    const settle = (parts, usedBy, judge) => {
      const waiting = new Set(parts);
      for (const part of waiting) {
        waiting.delete(part);
        if (judge(part)) for (const each of usedBy.get(part)) waiting.add(each);
      }
    };

    // parts as they could be had step by step from outside of them, without one of them
    const founded = (parts, usedBy, without) => {
      const found = new Map(parts.map((part) => [part, -1]));
      const label = (part) => found.get(part) ?? labels[part];
      settle(parts, usedBy, (part) => {
        if (!found.has(part) || part === without) return false;
        const before = found.get(part);
        found.set(part, Math.min(judged(part, label), labels[part]));
        return found.get(part) !== before;
      });
      return found;
    };

    const judgeTogether = (component) => {
      const usedBy = new Map(component.map((part) => [part, []]));
      for (const part of component) {
        const others = rivalsOf(part);
        const needs = [con[part], pro[part], others, ...others.map((each) => pro[each])];
        for (const each of needs.flat()) usedBy.get(each)?.push(part);
      }
      let changed = component;
      while (changed.length) {
        settle(changed, usedBy, (part) => {
          const before = labels[part];
          if (before !== -1) labels[part] = judged(part);
          return labels[part] !== before;
        });
        changed = [];
        for (const claim of component.filter((part) => circles.has(part))) {
          const circle = circles.get(claim);
          const found = founded([...circle], usedBy, claim);
          for (const step of pro[claim].filter((each) => circle.has(each))) {
            if (counted.get(step) === found.get(step)) continue;
            counted.set(step, found.get(step));
            changed.push(...rivalsOf(claim));
          }
        }
        if (changed.length) continue;
        const found = founded(component, usedBy);
        const fallen = component.filter((part) => found.get(part) === -1 && labels[part] !== -1);
        for (const part of fallen) labels[part] = -1;
        changed = fallen.flatMap((part) => usedBy.get(part));
      }
    };

    for (const each of net.order) {
      if (Array.isArray(each)) judgeTogether(each);
      else labels[each] = judged(each);
    }
    return labels;
  };
})();
