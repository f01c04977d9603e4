import "./styles/index.css";
import { effect } from "@preact/signals-core";
import { html, type nothing, render, type TemplateResult } from "lit-html";
import { listenToDrops } from "./ask/drops.ts";
import { givenMap } from "./ask/load.ts";
import { openFiles, openMap } from "./ask/open.ts";
import { mountMap } from "./map/mount.ts";
import { startFonts } from "./output/fonts.ts";
import { followAddress } from "./page/address.ts";
import { wholeOf } from "./page/coming.ts";
import { followDialogs } from "./page/dialogs.ts";
import { talkToParent } from "./page/frame.ts";
import { exposeHandle } from "./page/handle.ts";
import { keepMarks } from "./page/keep.ts";
import { listenToKeys } from "./page/keyboard.ts";
import { followWidth } from "./page/narrow.ts";
import { startRecent } from "./page/recent.ts";
import * as state from "./page/state.ts";
import { startTheme } from "./page/theme.ts";
import { mountViews, viewSwitch } from "./page/view.ts";
import { mapTools, topBar } from "./panels/bar.ts";
import { overlay } from "./panels/overlay.ts";
import { panel } from "./panels/panel.ts";
import { yearStrip } from "./panels/years.ts";
import { shapeLater } from "./shape/later.ts";
import { texts } from "./texts/texts.ts";
import { followTime } from "./time/later.ts";

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks #${id}`);
  return element;
}

/** Draws one region of the page again whenever what it shows has changed. */
function region(id: string, show: () => TemplateResult | typeof nothing): void {
  const element = place(id);
  effect(() => {
    render(show(), element);
  });
}

/** The map, where it is what the page shows. */
const shown = () => (state.phase.value.kind === "map" ? state.current.value : undefined);

startTheme();
followWidth();
const query = new URLSearchParams(location.search);
const app = place("app");
// In a frame of another page: the map alone, the card when a paper is chosen.
if (query.has("embed")) app.dataset.embed = "";
startFonts();
place("skip").textContent = texts.skip;
place("years").ariaLabel = texts.years.label;
place("panel").ariaLabel = texts.panel;
place("table").ariaLabel = texts.papers.table;
region("bar", topBar);
region("tools", () => (shown() ? mapTools() : html``));
region("years", () => {
  const now = shown();
  return now ? yearStrip(now) : html``;
});
region("table", () => {
  const now = shown();
  return (now && state.below.value?.draw(now)) ?? html``;
});
region("panel", panel);
region("overlay", overlay);
region("views", viewSwitch);
// Last: it measures the room that the others leave.
const drawn = mountMap(place("map"));
mountViews(place("citations"), place("map"));
effect(() => {
  const now = state.current.value;
  app.dataset.phase = state.phase.value.kind;
  app.dataset.sheet = state.sheet.value;
  app.dataset.focus = now?.focus.value.kind ?? "none";
  app.dataset.view = now?.view.value ?? "map";
  app.dataset.years = String((now?.atlas.value.years()?.counts.length ?? 0) > 1);
});
effect(() => {
  place("live").textContent = state.announcement.value;
});
followDialogs(app);
keepMarks();
void startRecent();
listenToKeys();
shapeLater();
followTime();
talkToParent();
listenToDrops(app);
const goToAddress = followAddress(givenMap() !== undefined);
exposeHandle(
  (async () => {
    const given = givenMap();
    if (!given) return;
    await openMap(given);
    if (state.current.peek()) await drawn;
    // What an address names may be in the texts.
    if (location.hash.length > 1) await wholeOf(state.current.peek()).catch(() => {});
    await goToAddress();
    if (query.has("tour")) await (await import("./output/present/presenter.ts")).presentAny();
  })(),
  (from) => (typeof from === "string" ? openMap(from) : openFiles(from)),
);
