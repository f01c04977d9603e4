import { type Look, zoomed } from "./frame.ts";

/** Wheel, drag, pinch and double click on an element move a look. Returns a function that ends it. */
export function watchGestures(element: HTMLElement, get: () => Look, set: (look: Look) => void): () => void {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  const at = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent) => {
    fingers.set(event.pointerId, at(event));
    element.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const from = fingers.get(event.pointerId);
    if (!from) return;
    const to = at(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const look = get();
    if (other) {
      const before = Math.hypot(from.x - other.x, from.y - other.y);
      const after = Math.hypot(to.x - other.x, to.y - other.y);
      set(zoomed(look, after / Math.max(1, before), other.x, other.y));
    } else set({ ...look, x: look.x + to.x - from.x, y: look.y + to.y - from.y });
    fingers.set(event.pointerId, to);
  };
  const onUp = (event: PointerEvent) => fingers.delete(event.pointerId);
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = at(event);
    set(zoomed(get(), event.deltaY < 0 ? 1.22 : 1 / 1.22, x, y));
  };
  const onDouble = (event: MouseEvent) => {
    const { x, y } = at(event);
    set(zoomed(get(), 1.8, x, y));
  };
  element.addEventListener("pointerdown", onDown);
  element.addEventListener("pointermove", onMove);
  element.addEventListener("pointerup", onUp);
  element.addEventListener("pointercancel", onUp);
  element.addEventListener("wheel", onWheel, { passive: false });
  element.addEventListener("dblclick", onDouble);
  return () => {
    element.removeEventListener("pointerdown", onDown);
    element.removeEventListener("pointermove", onMove);
    element.removeEventListener("pointerup", onUp);
    element.removeEventListener("pointercancel", onUp);
    element.removeEventListener("wheel", onWheel);
    element.removeEventListener("dblclick", onDouble);
  };
}
