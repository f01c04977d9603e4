import type { SceneModel } from "../../scene/model.ts";
import { texts } from "../texts/texts.ts";

/** By arrow key: to the right and down. */
const WAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, -1]],
  ["ArrowDown", [0, 1]],
]);

/** An area or a topic whose name stands on the map. */
export type NameOnMap = { readonly kind: "area" | "topic"; readonly id: number };

/**
 * Invisible buttons over the names of areas and topics: one stop of Tab for all, from which arrow keys lead to the next name that
 * way; read by a screen reader, pressed with Enter. The pointer goes through them to the map.
 */
export function nameHandles(container: HTMLElement, press: (name: NameOnMap) => void) {
  const holder = document.createElement("div");
  holder.className = "topic-handles";
  holder.role = "group";
  holder.ariaLabel = texts.topics.onMap;
  holder.style.cssText = "position:absolute;inset:0;pointer-events:none;overflow:hidden;z-index:2";
  container.append(holder);
  const buttons = new Map<string, HTMLButtonElement>();
  /** The name that Tab leads to. */
  let stop: HTMLButtonElement | undefined;
  const stopAt = (button: HTMLButtonElement | undefined) => {
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  };
  holder.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLButtonElement) stopAt(target);
  });
  holder.addEventListener("keydown", (event) => {
    const way = WAYS.get(event.key);
    if (!way || !stop || event.ctrlKey || event.metaKey || event.altKey) return;
    // Not the page's: there arrows move the map.
    event.preventDefault();
    nextTo(stop, [...buttons.values()], way)?.focus();
  });
  return {
    /** Puts one button over each name of an area or a topic in view. */
    update(model: SceneModel): void {
      const gone = new Set(buttons.keys());
      for (const { kind, id, box } of model.labels) {
        if (kind !== "topic" && kind !== "area") continue;
        const key = `${kind} ${id}`;
        gone.delete(key);
        let button = buttons.get(key);
        if (button === undefined) {
          button = document.createElement("button");
          button.type = "button";
          button.tabIndex = -1;
          button.className = "topic-handle";
          button.style.cssText =
            "position:absolute;left:0;top:0;padding:0;border:0;background:none;border-radius:6px;font-size:12px;color:transparent";
          button.addEventListener("click", () => press({ kind, id }));
          buttons.set(key, button);
          holder.append(button);
        }
        const name = said(model, { kind, id });
        if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
        button.style.transform = `translate(${Math.round(box.left - 4)}px, ${Math.round(box.top - 2)}px)`;
        button.style.width = `${Math.round(box.right - box.left + 8)}px`;
        button.style.height = `${Math.round(box.bottom - box.top + 4)}px`;
      }
      const hadFocus = stop !== undefined && document.activeElement === stop;
      for (const key of gone) {
        const button = buttons.get(key);
        buttons.delete(key);
        button?.remove();
        if (button !== undefined && button === stop) stopAt(undefined);
      }
      if (stop === undefined) stopAt(buttons.values().next().value);
      // The name that had the focus went out of view.
      if (hadFocus && document.activeElement === document.body) stop?.focus();
    },
    destroy: () => holder.remove(),
  };
}

/** What a screen reader says of a name. */
function said({ map, candidates }: SceneModel, { kind, id }: NameOnMap): string {
  if (kind === "topic") return `${map.topics[id].name}, ${map.topics[id].size} papers`;
  const area = candidates.topics.find((one) => one.level < candidates.main && one.id === id);
  return area ? texts.topics.area(area.whole, area.size) : "";
}

/** Of some elements the nearest in a direction; what lies aside counts twice. */
function nextTo<T extends Element>(from: T, all: readonly T[], [right, down]: readonly [number, number]) {
  const middle = (element: T) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  };
  const [fx, fy] = middle(from);
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const [x, y] = middle(one);
    const [ahead, aside] = [(x - fx) * right + (y - fy) * down, (x - fx) * down + (y - fy) * right];
    const far = ahead + 2 * Math.abs(aside);
    if (one === from || ahead <= 0 || far >= least) continue;
    least = far;
    best = one;
  }
  return best;
}
