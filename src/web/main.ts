import "./styles/index.css";
import { effect } from "@preact/signals-core";
import { html, type nothing, render, type TemplateResult } from "lit-html";
import { listenToDrops } from "./ask/drops.ts";
import { followEvidence } from "./ask/evidence.ts";
import { givenMap } from "./ask/load.ts";
import { openMap } from "./ask/work.ts";
import { mountStage } from "./map/mount.ts";
import { startFonts } from "./output/fonts.ts";
import { home } from "./page/actions.ts";
import { followAddress, restoreView } from "./page/address.ts";
import { followDialogs } from "./page/dialogs.ts";
import { exposeHandle } from "./page/handle.ts";
import { keepMarks } from "./page/keep.ts";
import { listenToKeys } from "./page/keyboard.ts";
import { followWidth } from "./page/narrow.ts";
import { startRecent } from "./page/recent.ts";
import * as state from "./page/state.ts";
import { startTheme } from "./page/theme.ts";
import { mountViews, view, viewSwitch } from "./page/view.ts";
import { mapTools, topBar } from "./panels/bar.ts";
import { overlay } from "./panels/overlay.ts";
import { panel } from "./panels/panel.ts";
import { yearStrip } from "./panels/years.ts";
import { shapeLater } from "./shape/later.ts";
import { texts } from "./texts/texts.ts";

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

startTheme();
followWidth();
const query = new URLSearchParams(location.search);
// In a frame of another page: the map alone, the card when a paper is chosen.
if (query.has("embed")) place("app").dataset.embed = "";
startFonts();
place("skip").textContent = texts.skip;
place("years").ariaLabel = texts.years.label;
place("panel").ariaLabel = texts.panel;
region("bar", topBar);
region("tools", () =>
  state.phase.value.kind === "map" ? mapTools((factor) => stage.mover()?.zoomBy(factor), home) : html``,
);
region("years", () => {
  const atlas = state.atlas.value;
  return atlas && state.phase.value.kind === "map" ? yearStrip(atlas) : html``;
});
region("panel", panel);
region("overlay", overlay);
region("views", viewSwitch);
// Last: it measures the room that the others leave.
const stage = mountStage(place("map"));
mountViews(stage, place("citations"), place("map"));
effect(() => {
  const app = place("app");
  app.dataset.phase = state.phase.value.kind;
  app.dataset.sheet = state.sheet.value;
  app.dataset.focus = state.focus.value.kind;
  app.dataset.view = view.value;
  app.dataset.years = String((state.atlas.value?.years()?.counts.length ?? 0) > 1);
});
effect(() => {
  place("live").textContent = state.announcement.value;
});
followEvidence();
followDialogs(place("app"));
keepMarks();
void startRecent();
listenToKeys(stage.mover);
shapeLater();
listenToDrops(place("app"));
followAddress(stage);
exposeHandle(
  stage,
  (async () => {
    const given = givenMap();
    if (given) {
      await openMap(given);
      restoreView();
      if (query.has("tour")) (await import("./output/present/presenter.ts")).presentAny();
    }
  })(),
);
