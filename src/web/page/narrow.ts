import { signal } from "@preact/signals-core";

/** Whether the window is as narrow as a phone's; the same width as in styles/small-screens.css. */
export const narrow = signal(false);

/** Keeps `narrow` in step with the window. */
export function followWidth(): void {
  const query = matchMedia("(max-width: 820px)");
  const follow = () => {
    narrow.value = query.matches;
  };
  query.addEventListener("change", follow);
  follow();
}
