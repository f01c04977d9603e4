import "../styles/time.css";
import { closeBelow, openBelow } from "../page/below.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import type { AskedOfTime } from "../page/time.ts";
import { timePanel } from "./panel.ts";
import { openPlay } from "./play/bar.ts";
import { end, playing } from "./play/player.ts";

const close = () => closeBelow("tab-topics");
const isOpen = () => state.below.peek()?.name === "time";

function openTime(): void {
  if (!isOpen()) openBelow({ name: "time", draw: (now) => timePanel(now, close) });
}

/** Opens or closes topics over years, plays the map through the years or ends that, or shows what an address says. */
export function answer(now: MapState, what: AskedOfTime): void {
  if (what === "panel") {
    if (isOpen()) {
      close();
      return;
    }
    openTime();
    document.querySelector<HTMLElement>("#table :is(.time-figure, .time-table button)")?.focus();
  } else if (what === "play") {
    if (playing.peek()) {
      end();
      return;
    }
    // The years go by on the map.
    now.view.value = "map";
    openPlay(now);
  } else {
    const { time, moment } = what;
    if (time) {
      state.timeLook.value = time;
      openTime();
    } else if (isOpen()) state.below.value = undefined;
    if (moment) openPlay(now, moment);
    else end();
  }
}
