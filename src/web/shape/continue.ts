import { html, nothing, type TemplateResult } from "lit-html";
import type { MapChanges } from "../../model/changes.ts";
import { openFiles } from "../ask/work.ts";
import { openPaper, select, tell } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { paperRow } from "../panels/parts.ts";
import { words } from "../texts/shape.ts";
import { closeShape, openShape } from "./dialog.ts";

/** Rows of a list of papers. */
const MOST = 200;
let keepPapers = false;

/** Goes on from the map on the page with the files of a larger collection. */
export async function continueMap(files: readonly File[]): Promise<void> {
  const base = state.atlas.peek()?.map;
  if (!base || files.length === 0) return;
  closeShape();
  let sources = files;
  if (keepPapers) {
    const { encodeMap } = await import("../../model/encode.ts");
    sources = [...files, new File([...encodeMap({ ...base, edits: [], tour: [] })], "map.json")];
  }
  await openFiles(sources, base.title, base);
  const map = state.atlas.peek()?.map;
  if (!map || map === base || state.phase.peek().kind !== "map") return;
  if (map.changes) tell(words.continued.told(map.changes.newPapers.length));
  else tell(words.continued.unchanged);
  openShape("continue");
}

function choose(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => void continueMap([...(input.files ?? [])]));
  input.click();
}

/** Continue with more papers, and what came of it. */
export function continuePane(): TemplateResult {
  const changes = state.atlas.value?.map.changes;
  const t = words.continued;
  // A page in one file reads no papers.
  if (import.meta.env.MODE === "single") return changes ? changeList(changes) : html`<p>${t.unchanged}</p>`;
  return html`<p class="faint">${t.hint}</p>
    <div class="card-actions"><button class="button primary" type="button" @click=${choose}>${icon("open")}<span>${t.choose}</span></button></div>
    <label class="check"><input type="checkbox" .checked=${keepPapers} @change=${(event: Event) => {
      keepPapers = (event.target as HTMLInputElement).checked;
    }} /><span>${t.keep}</span></label>
    ${changes ? changeList(changes) : nothing}`;
}

function changeList(changes: MapChanges): TemplateResult {
  const atlas = state.atlas.value;
  const t = words.continued;
  const fresh = changes.newPapers.flatMap((identity) => atlas?.find(identity) ?? []);
  const papers = (title: string, rows: readonly TemplateResult[]) =>
    rows.length === 0
      ? nothing
      : html`<details><summary>${title}</summary><ul class="rows">${rows.slice(0, MOST)}${rows.length > MOST ? html`<li class="faint">${t.more(rows.length - MOST)}</li>` : nothing}</ul></details>`;
  const names = (title: string, list: readonly string[]) =>
    list.length === 0 ? nothing : html`<p><b>${title}:</b> ${list.join("; ")}</p>`;
  const link = (i: number) =>
    paperRow(i, () => {
      closeShape();
      openPaper(i, { fly: true });
    });
  return html`<section class="since" data-new=${changes.newPapers.length}><h3>${t.since(changes.since.title, changes.since.papers)}</h3>
    <p>${t.drift(changes.drift)}</p>
    ${papers(
      t.newPapers(changes.newPapers.length),
      fresh.map((i) => html`<li>${link(i)}</li>`),
    )}
    ${
      fresh.length
        ? html`<button class="button" type="button" @click=${() => {
            closeShape();
            select(fresh);
          }}>${t.select}</button>`
        : nothing
    }
    ${papers(
      t.gonePapers(changes.gonePapers.length),
      changes.gonePapers.map(({ title }) => html`<li class="gone">${title}</li>`),
    )}
    ${papers(
      t.movedPapers(changes.movedPapers.length),
      changes.movedPapers.map(({ identity, from, to }) => {
        const i = atlas?.find(identity);
        return html`<li>${i === undefined ? identity : link(i)}<small class="faint way">${from} → ${to}</small></li>`;
      }),
    )}
    ${names(t.newTopics, changes.newTopics)}${names(t.goneTopics, changes.goneTopics)}
    ${changes.splitTopics.map(({ from, into }) => html`<p>${t.split(from, into)}</p>`)}
    ${changes.mergedTopics.map(({ from, into }) => html`<p>${t.merged(from, into)}</p>`)}</section>`;
}
