import "./styles/index.css";
import { effect } from "@preact/signals-core";
import { html, type nothing, render, type TemplateResult } from "lit-html";
import { home } from "./actions.ts";
import { followAddress, restoreView } from "./address.ts";
import { followDialogs } from "./dialogs.ts";
import { listenToDrops } from "./drops.ts";
import { followEvidence } from "./evidence.ts";
import { startFonts } from "./fonts.ts";
import { exposeHandle } from "./handle.ts";
import { keepMarks } from "./keep.ts";
import { listenToKeys } from "./keyboard.ts";
import { givenMap } from "./load.ts";
import { followWidth } from "./narrow.ts";
import { mapTools, topBar } from "./panels/bar.ts";
import { overlay } from "./panels/overlay.ts";
import { panel } from "./panels/panel.ts";
import { yearStrip } from "./panels/years.ts";
import { startRecent } from "./recent.ts";
import { shapeLater } from "./shape/later.ts";
import { mountStage } from "./stage.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { startTheme } from "./theme.ts";
import { mountViews, view, viewSwitch } from "./view.ts";
import { openMap } from "./work.ts";

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
      if (query.has("tour")) (await import("./present/presenter.ts")).presentAny();
    }
  })(),
);
