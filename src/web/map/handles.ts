import type { SceneModel } from "../../scene/model.ts";

/**
 * Invisible buttons over the names of topics: reached with Tab, read by a screen reader, pressed with Enter. The pointer
 * goes through them to the map.
 */
export function topicHandles(container: HTMLElement, press: (topic: number) => void) {
  const holder = document.createElement("div");
  holder.className = "topic-handles";
  holder.style.cssText = "position:absolute;inset:0;pointer-events:none;overflow:hidden;z-index:2";
  container.append(holder);
  const buttons = new Map<number, HTMLButtonElement>();
  return {
    /** Puts one button over each topic name in view. */
    update(model: SceneModel): void {
      const gone = new Set(buttons.keys());
      for (const label of model.labels) {
        if (label.kind !== "topic") continue;
        gone.delete(label.id);
        const topic = model.map.topics[label.id];
        let button = buttons.get(label.id);
        if (button === undefined) {
          button = document.createElement("button");
          button.type = "button";
          button.className = "topic-handle";
          button.style.cssText =
            "position:absolute;left:0;top:0;padding:0;border:0;background:none;border-radius:6px;font-size:12px;color:transparent";
          button.addEventListener("click", () => press(label.id));
          buttons.set(label.id, button);
          holder.append(button);
        }
        const name = `${topic.name}, ${topic.size} papers`;
        if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
        const { box } = label;
        button.style.transform = `translate(${Math.round(box.left - 4)}px, ${Math.round(box.top - 2)}px)`;
        button.style.width = `${Math.round(box.right - box.left + 8)}px`;
        button.style.height = `${Math.round(box.bottom - box.top + 4)}px`;
      }
      for (const id of gone) {
        buttons.get(id)?.remove();
        buttons.delete(id);
      }
    },
    destroy: () => holder.remove(),
  };
}
