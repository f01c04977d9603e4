import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";

/** Pixels that the picture has; 0 before it is there. */
export const room = signal<readonly [width: number, height: number]>([0, 0]);

const resized = new ResizeObserver(([entry]) => {
  const { width, height } = entry.contentRect;
  room.value = [Math.floor(width), Math.floor(height)];
});
let watched: Element | undefined;

/** Measures an element from now on, in the place of the one before. */
export function watchRoom(host: Element | undefined): void {
  if (host === watched) return;
  if (watched) resized.unobserve(watched);
  watched = host;
  if (host) resized.observe(host);
}

/** A picture that is as large as there is room, with what is said of it. */
export function figure(label: string, picture: TemplateResult): TemplateResult {
  return html`<div class="time-figure" role="img" aria-label=${label} ${ref(watchRoom)}>${room.value[0] > 0 ? picture : nothing}</div>`;
}
