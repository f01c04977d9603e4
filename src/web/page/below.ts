import * as state from "./state.ts";

/** Opens something under the map. */
export function openBelow(below: state.Below): void {
  state.below.value = below;
  // On small screens the list would lie over it.
  state.sheet.value = "peek";
}

/**
 * Closes what lies under the map. The focus goes back from there to the button that opened it.
 * @param tab gets it where that button is not shown: the tab that has it
 */
export function closeBelow(tab: string): void {
  const opener = `open-${state.below.peek()?.name}`;
  const hadFocus = document.activeElement?.closest("#table");
  state.below.value = undefined;
  if (hadFocus) (document.getElementById(opener) ?? document.getElementById(tab))?.focus();
}
