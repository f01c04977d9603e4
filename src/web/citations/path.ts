import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PathStep } from "../../citations/shortest-path.ts";
import { isDirected } from "../../model/edges.ts";
import type { Atlas } from "../../view/atlas.ts";
import { askWorker } from "../ask/client.ts";
import { announce, messageOf, openLink, tell } from "../page/actions.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { comboField } from "../panels/combo-field.ts";
import { button, byline, dot, paperRow, point, titleOf } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import { kindName, texts } from "../texts/texts.ts";
import { found, step } from "./store.ts";

type End = "from" | "to";

/** The end that is being searched for, with what was typed and found, and which of these Enter takes. */
interface Picking {
  readonly end: End;
  readonly query: string;
  readonly papers: readonly number[];
  readonly active: number;
}
const picking = perMap(() => signal<Picking | undefined>(undefined));
let searched: Promise<void> = Promise.resolve();

/** As many as there is room for. */
const FOUND = 6;

/** Sets one end of the path; the main path makes room. */
function setEnd(now: MapState, end: End, paper: number | undefined): void {
  const { [end]: _old, ...rest } = now.pathEnds.peek();
  now.pathEnds.value = paper === undefined ? rest : { ...rest, [end]: paper };
  picking(now).value = undefined;
  step(now).value = undefined;
}

/** Two papers, and the shortest way from one to the other with the reason of each step. */
export function pathBox(now: MapState): TemplateResult {
  const t = citationTexts.path;
  const { from, to } = now.pathEnds.value;
  const clear = () => {
    now.pathEnds.value = {};
    picking(now).value = undefined;
  };
  return html`<section data-box="path"><h3>${t.title}</h3>
    ${field(now, "from", from)}${field(now, "to", to)}
    ${from === undefined && to === undefined ? html`<p class="faint">${t.hint}</p>` : button(t.clear, clear, { kind: "quiet" })}
    ${result(now.atlas.value)}</section>`;
}

function field(now: MapState, end: End, paper: number | undefined): TemplateResult {
  const t = citationTexts.path;
  const atlas = now.atlas.value;
  const pick = picking(now);
  const mine = pick.value?.end === end ? pick.value : undefined;
  const { papers = [], active = 0 } = mine ?? {};
  const list = `path-${end}-found`;
  const close = () => {
    if (pick.peek()?.end === end) pick.value = undefined;
  };
  const input = comboField({
    id: `path-${end}`,
    placeholder: t.pick,
    value: mine?.query ?? (paper === undefined ? "" : titleOf(atlas, paper)),
    popup: "listbox",
    list,
    active: papers.length > 0 ? `${list}-${active}` : undefined,
    typed: (query) => {
      searched = searchEnd(now, end, query);
    },
    step: (by) => {
      if (mine && papers.length > 0)
        pick.value = { ...mine, active: (active + by + papers.length) % papers.length };
    },
    enter: () =>
      void searched.then(() => {
        const last = pick.peek();
        if (last?.end === end && last.papers.length > 0) setEnd(now, end, last.papers[last.active]);
      }),
    close,
  });
  return html`<div class="path-end" data-end=${end} @focusout=${close}><label for=${`path-${end}`}><span>${t[end]}</span>${input}</label>
    ${papers.length > 0 ? html`<ul class="rows" role="listbox" id=${list} aria-label=${t[end]} @mousedown=${(event: Event) => event.preventDefault()}>${papers.map((i, k) => option(now, i, `${list}-${k}`, k === active, () => setEnd(now, end, i)))}</ul>` : nothing}</div>`;
}

function option(now: MapState, i: number, id: string, isActive: boolean, click: () => void): TemplateResult {
  const atlas = now.atlas.value;
  return html`<li class="row" role="option" id=${id} aria-selected=${String(isActive)} @click=${click} @pointerenter=${() => point(i)} @pointerleave=${() => point(undefined)}>${dot(atlas.map.topic[i])}<span class="row-text"><span class="row-title" dir="auto">${titleOf(atlas, i)}</span><span class="row-sub" dir="auto">${byline(atlas, i)}</span></span></li>`;
}

async function searchEnd(now: MapState, end: End, query: string): Promise<void> {
  const pick = picking(now);
  if (query.trim() === "") return setEnd(now, end, undefined);
  pick.value = { end, query, papers: [], active: 0 };
  try {
    const { papers } = await askWorker("search", { query });
    const last = pick.peek();
    if (last?.end !== end || last.query !== query) return;
    pick.value = { end, query, papers: papers.slice(0, FOUND), active: 0 };
    announce(papers.length > 0 ? texts.search.found(papers.length, query) : texts.search.none(query));
  } catch (error) {
    tell(`${texts.search.failed} ${messageOf(error)}`);
  }
}

function result(atlas: Atlas): TemplateResult | typeof nothing {
  const t = citationTexts.path;
  const path = found.value;
  if (path === undefined) return nothing;
  if (path === "none") return html`<p class="faint" role="status">${t.none}</p>`;
  if (path.steps.length === 0) return html`<p class="faint">${t.same}</p>`;
  return html`<p role="status"><b>${t.steps(path.steps.length, t.by[path.by])}</b></p>
    <ol class="chain" data-path><li>${paperRow(atlas, path.steps[0].from)}</li>
    ${path.steps.map(
      (one) =>
        html`<li><button type="button" class="between why" @click=${() => openLink(one.from, one.to)}>${reason(one)} · ${t.why}</button>${paperRow(atlas, one.to, { extra: html`<small>${atlas.map.papers[one.to].year ?? ""}</small>` })}</li>`,
    )}</ol>`;
}

/** "cites", "is cited by", …: the surest of the reasons. */
function reason({ reasons }: PathStep): string {
  const t = citationTexts.path;
  const sure =
    reasons.find(({ kind }) => kind === "citation") ?? reasons.find(({ kind }) => isDirected(kind));
  if (sure?.kind === "citation") return sure.forward ? t.cites : t.citedBy;
  if (sure) return sure.forward ? t.mentions : t.mentionedBy;
  return t.other(reasons.map(({ kind }) => kindName[kind].toLowerCase()).join(", "));
}

/** On the card of a paper: begin or end a path here. */
export function pathButtons(i: number): TemplateResult {
  const now = state.current.value;
  if (!now) return html``;
  const t = citationTexts.path;
  const { from, to } = now.pathEnds.value;
  const toggle = (end: End, label: string, on: boolean) =>
    button(label, () => setEnd(now, end, on ? undefined : i), { pressed: on });
  const isNone = from !== undefined && to !== undefined && found.value === "none";
  return html`${toggle("from", t.start, from === i)}${toggle("to", t.end, to === i)}${isNone ? html`<p class="faint">${t.none}</p>` : nothing}`;
}
