import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PathStep } from "../../citations/shortest-path.ts";
import { isDirected } from "../../model/edges.ts";
import type { Atlas } from "../../view/atlas.ts";
import { askWorker } from "../ask/client.ts";
import { messageOf, openLink, tell } from "../page/actions.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { button, paperRow } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import { kindName, texts } from "../texts/texts.ts";
import { found, step } from "./store.ts";

type End = "from" | "to";

/** The end that is being searched for, with what was found. */
const picking = perMap(() =>
  signal<{ readonly end: End; readonly papers: readonly number[] } | undefined>(undefined),
);

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
  const search = async (event: Event) => {
    const query = (event.target as HTMLInputElement).value;
    try {
      const papers = query.trim() === "" ? [] : (await askWorker("search", { query })).papers;
      picking(now).value = { end, papers: papers.slice(0, 6) };
    } catch (error) {
      tell(`${texts.search.failed} ${messageOf(error)}`);
    }
  };
  const chosen = picking(now).value;
  const rows = chosen?.end === end ? chosen.papers : [];
  return html`<div class="path-end" data-end=${end}><label><span>${t[end]}</span>
      <input type="search" autocomplete="off" placeholder=${t.pick} .value=${paper === undefined ? "" : atlas.map.papers[paper].title} @input=${search} /></label>
    ${rows.length > 0 ? html`<ul class="rows">${rows.map((i) => html`<li>${paperRow(atlas, i, { click: () => setEnd(now, end, i) })}</li>`)}</ul>` : nothing}</div>`;
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
