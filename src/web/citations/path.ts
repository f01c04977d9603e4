import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PathStep } from "../../citations/shortest-path.ts";
import { isDirected } from "../../model/edges.ts";
import { askWorker } from "../ask/work.ts";
import { openLink, openPaper } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { pathEnds } from "../page/view.ts";
import { paperRow } from "../panels/parts.ts";
import { words } from "../texts/citations.ts";
import { kindName } from "../texts/texts.ts";
import { found, step } from "./store.ts";

/** The end that is being searched for, with what was found. */
const picking = signal<{ readonly end: "from" | "to"; readonly papers: readonly number[] } | undefined>(
  undefined,
);

/** Sets one end of the path; the main path makes room. */
function setEnd(end: "from" | "to", paper: number | undefined): void {
  const { [end]: _old, ...rest } = pathEnds.peek();
  pathEnds.value = paper === undefined ? rest : { ...rest, [end]: paper };
  picking.value = undefined;
  step.value = undefined;
}

/** Two papers, and the shortest way from one to the other with the reason of each step. */
export function pathBox(atlas: Atlas): TemplateResult {
  const t = words.path;
  const { from, to } = pathEnds.value;
  return html`<section data-box="path"><h3>${t.title}</h3>
    ${end(atlas, "from", t.from, from)}${end(atlas, "to", t.to, to)}
    ${from === undefined && to === undefined ? html`<p class="faint">${t.hint}</p>` : html`<button type="button" class="button quiet" @click=${clear}>${t.clear}</button>`}
    ${result(atlas)}</section>`;
}

function clear(): void {
  pathEnds.value = {};
  picking.value = undefined;
}

function end(atlas: Atlas, name: "from" | "to", label: string, paper: number | undefined): TemplateResult {
  const t = words.path;
  const search = async (event: Event) => {
    const query = (event.target as HTMLInputElement).value;
    const papers = query.trim() === "" ? [] : await askWorker("search", { query }).catch(() => []);
    picking.value = { end: name, papers: papers.slice(0, 6) };
  };
  const open = picking.value?.end === name ? picking.value.papers : [];
  return html`<div class="path-end" data-end=${name}><label><span>${label}</span>
      <input type="search" autocomplete="off" placeholder=${t.pick} .value=${paper === undefined ? "" : atlas.map.papers[paper].title} @input=${search} /></label>
    ${open.length > 0 ? html`<ul class="rows">${open.map((i) => html`<li>${paperRow(i, () => setEnd(name, i))}</li>`)}</ul>` : nothing}</div>`;
}

function result(atlas: Atlas): TemplateResult | typeof nothing {
  const t = words.path;
  const path = found.value;
  if (path === undefined) return nothing;
  if (path === "none") return html`<p class="faint" role="status">${t.none}</p>`;
  if (path.steps.length === 0) return html`<p class="faint">${t.same}</p>`;
  const first = path.steps[0].from;
  return html`<p role="status"><b>${t.steps(path.steps.length, t.by[path.by])}</b></p>
    <ol class="chain" data-path><li>${paperRow(first, () => openPaper(first, { fly: true, remember: true }))}</li>
    ${path.steps.map(
      (one) =>
        html`<li><button type="button" class="between why" @click=${() => openLink(one.from, one.to)}>${reason(one)} · ${t.why}</button>${paperRow(one.to, () => openPaper(one.to, { fly: true, remember: true }), html`<small>${atlas.map.papers[one.to].year ?? ""}</small>`)}</li>`,
    )}</ol>`;
}

/** "cites", "is cited by", …: the surest of the reasons. */
function reason({ reasons }: PathStep): string {
  const t = words.path;
  const sure =
    reasons.find(({ kind }) => kind === "citation") ?? reasons.find(({ kind }) => isDirected(kind));
  if (sure?.kind === "citation") return sure.forward ? t.cites("") : t.citedBy("");
  if (sure) return sure.forward ? t.mentions : t.mentionedBy;
  return t.other(reasons.map(({ kind }) => kindName[kind].toLowerCase()).join(", "));
}

/** On the card of a paper: begin or end a path here. */
export function pathButtons(i: number): TemplateResult {
  const t = words.path;
  const { from, to } = pathEnds.value;
  const button = (name: "from" | "to", label: string, on: boolean) =>
    html`<button type="button" class="button" data-path-end=${name} aria-pressed=${String(on)} @click=${() => setEnd(name, on ? undefined : i)}>${label}</button>`;
  return html`${button("from", t.start, from === i)}${button("to", t.end, to === i)}${
    from !== undefined && to !== undefined && found.value === "none"
      ? html`<p class="faint">${t.none}</p>`
      : nothing
  }`;
}
