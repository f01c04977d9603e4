import { effect } from "@preact/signals-core";
import { html, nothing, render, svg, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Moment } from "../../../view/hash.ts";
import { coveredBoxes, restInsets } from "../../map/insets.ts";
import { raiseSheet, select } from "../../page/actions.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { button, choice, iconButton } from "../../panels/parts.ts";
import { timeTexts } from "../../texts/time.ts";
import { mapYears } from "../rows.ts";
import { captionOf, happened } from "./captions.ts";
import { filming } from "./film.ts";
import { begin, end, goTo, playing, setSpan, step, toggleRun } from "./player.ts";
import { playOf } from "./store.ts";
import { takeAlong } from "./take-along.ts";

const t = timeTexts.play;
let host: HTMLElement | undefined;

/** Begins to show the map year by year, with a bar to play, stop and step; at a moment, or playing from the first year. */
export function openPlay(now: MapState, moment?: Moment): void {
  if (!host) {
    host = document.createElement("div");
    host.id = "play";
    document.getElementById("stage")?.append(host);
    const bar = host;
    let shown: MapState | undefined;
    effect(() => {
      const map = playing.value;
      document.getElementById("app")?.toggleAttribute("data-playing", map !== undefined);
      render(map ? playBar(map) : nothing, bar);
      if (map === shown) return;
      shown = map;
      keepClear();
    });
    addEventListener("keydown", onKey, true);
  }
  begin(now, moment?.year, moment?.span);
  if (moment) return;
  toggleRun(now);
  host.querySelector("button")?.focus();
}

/** The map makes room for the bar, and takes it back. */
function keepClear(): void {
  const map = document.getElementById("map");
  if (map && !document.querySelector("#app[data-presenting]"))
    state.mapView.peek()?.setInsets(restInsets(map), coveredBoxes(map));
}

/** Space plays and pauses, arrow keys step, Escape ends; fields and buttons keep the keys that are theirs. */
function onKey(event: KeyboardEvent): void {
  const now = playing.peek();
  if (!now || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("input, textarea, select, [role=dialog], .time-figure, .time-table, #panel")) return;
  const isButton = target.closest("button") !== null && !target.closest("#play");
  if (filming.peek()) {
    if (event.key === "Escape") filming.peek()?.cancel();
    return;
  }
  const { range } = playOf(now);
  const act = {
    " ": isButton ? undefined : () => toggleRun(now),
    ArrowLeft: () => step(now, -1),
    ArrowRight: () => step(now, 1),
    Home: () => goTo(now, range.peek()[0]),
    End: () => goTo(now, range.peek()[1]),
    Escape: end,
  }[event.key];
  if (!act) return;
  act();
  event.preventDefault();
  event.stopPropagation();
}

const SIGNS = {
  run: svg`<path d="M6.500 4v12l9-6Z" fill="currentColor"/>`,
  pause: svg`<path d="M7 4.500v11M13 4.500v11" stroke-width="3"/>`,
  back: svg`<path d="m12.500 4.500-6 5.500 6 5.500Z" fill="currentColor"/><path d="M4.500 4.500v11"/>`,
  on: svg`<path d="m7.500 4.500 6 5.500-6 5.500Z" fill="currentColor"/><path d="M15.500 4.500v11"/>`,
};

function sign(name: keyof typeof SIGNS, label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${act}><svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${SIGNS[name]}</svg></button>`;
}

function playBar(now: MapState): TemplateResult {
  const { column, isRunning, span, range } = playOf(now);
  const [first, last] = range.value;
  const { year, counts, happenings } = captionOf(now, column.value);
  const run = isRunning.value;
  const { first: zero, missing, stray } = mapYears(now.atlas.value.map);
  const field = (event: Event) => Number((event.target as HTMLInputElement).value) - zero;
  const taken = filming.value;
  if (taken)
    return html`<div class="play" role="group" aria-label=${t.label}><div class="play-line" role="status"><output>${year}</output>
      <progress max=${last - first + 1} .value=${column.value - first} aria-label=${t.filming}></progress><span class="play-counts">${t.filming}</span>${button(t.stop, taken.cancel)}</div></div>`;
  return html`<div class="play" role="group" aria-label=${t.label}>
    <div class="play-line">${sign(run ? "pause" : "run", run ? t.pause : t.run, () => toggleRun(now))}${sign("back", t.back, () => step(now, -1))}${sign("on", t.on, () => step(now, 1))}
      <output>${year}</output><span class="play-counts">${counts}</span>
      ${choice(t.spans, span.value, (years) => setSpan(now, years), t.span)}${takeAlong(now)}${iconButton("close", t.close, end)}</div>
    <input type="range" aria-label=${t.year} min=${zero + first} max=${zero + last} step="1" .value=${live(String(zero + column.value))} @input=${(
      event: Event,
    ) => {
      isRunning.value = false;
      goTo(now, field(event));
    }} />
    <ul class="play-caption">${happenings.map(
      (one) =>
        html`<li><button type="button" title=${t.openPapers} @click=${() => showPapers(now, one.papers)}><i dir="auto">${one.name}</i>${happened(one).slice(one.name.length)}</button></li>`,
    )}${missing + stray > 0 ? html`<li class="faint">${t.undated(missing + stray)}</li>` : nothing}</ul></div>`;
}

/** Selects papers, and lists them. */
function showPapers(now: MapState, papers: readonly number[]): void {
  playOf(now).isRunning.value = false;
  goTo(now, playOf(now).column.peek());
  select(papers);
  raiseSheet();
}
