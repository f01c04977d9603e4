import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { MapChanges } from "../../model/changes.ts";
import type { Atlas } from "../../view/atlas.ts";
import { openFiles, pickFiles } from "../ask/open.ts";
import { hasWhole } from "../ask/whole.ts";
import { openPaper, select, tell } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { button, check, paperRow } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";

/** Rows of a list of papers. */
const MOST = 200;
/** Whether papers that the files do not have stay. */
const keepPapers = signal(false);

/** What the dialog around it does. */
interface Around {
  close(): void;
  reopen(): void;
}

/** Goes on from the map on the page with the files of a larger collection. */
async function continueMap(
  before: MapState,
  files: readonly File[],
  { close, reopen }: Around,
): Promise<void> {
  if (files.length === 0 || !(await hasWhole(before))) return;
  const base = before.atlas.peek().map;
  close();
  let sources = files;
  if (keepPapers.peek()) {
    const { encodeMap } = await import("../../model/encode.ts");
    sources = [...files, new File([...encodeMap({ ...base, edits: [], tour: [] })], "map.json")];
  }
  await openFiles(sources, base.title, base);
  const now = state.current.peek();
  if (!now || now === before) return;
  const { changes } = now.atlas.peek().map;
  tell(changes ? shapeTexts.continued.told(changes.newPapers.length) : shapeTexts.continued.unchanged);
  reopen();
}

/** Continue with more papers, and what came of it. */
export function continuePane(now: MapState, around: Around): TemplateResult {
  const atlas = now.atlas.value;
  const t = shapeTexts.continued;
  const came = atlas.map.changes ? changeList(atlas, atlas.map.changes, around.close) : nothing;
  // A page in one file reads no papers.
  if (import.meta.env.MODE === "single")
    return html`${came === nothing ? html`<p>${t.unchanged}</p>` : came}`;
  const choose = () => pickFiles((files) => continueMap(now, files, around));
  return html`<p class="faint">${t.hint}</p>
    <div class="card-actions">${button(t.choose, choose, { icon: "open", kind: "primary" })}</div>
    ${check(t.keep, keepPapers.value, (on) => {
      keepPapers.value = on;
    })}
    ${came}`;
}

function changeList(atlas: Atlas, changes: MapChanges, close: () => void): TemplateResult {
  const t = shapeTexts.continued;
  const fresh = changes.newPapers.flatMap((identity) => atlas.find(identity) ?? []);
  const papers = (title: string, rows: readonly TemplateResult[]) =>
    rows.length === 0
      ? nothing
      : html`<details><summary>${title}</summary><ul class="rows">${rows.slice(0, MOST)}${rows.length > MOST ? html`<li class="faint">${t.more(rows.length - MOST)}</li>` : nothing}</ul></details>`;
  const names = (title: string, list: readonly string[]) =>
    list.length === 0 ? nothing : html`<p><b>${title}:</b> ${list.join("; ")}</p>`;
  const link = (i: number) => {
    const click = () => {
      close();
      openPaper(i, { fly: true });
    };
    return paperRow(atlas, i, { click });
  };
  const selectFresh = () => {
    close();
    select(fresh);
  };
  return html`<section class="since" data-new=${changes.newPapers.length}><h3>${t.since(changes.since.title, changes.since.papers)}</h3>
    <p>${t.drift(changes.drift)}</p>
    ${papers(
      t.newPapers(changes.newPapers.length),
      fresh.map((i) => html`<li>${link(i)}</li>`),
    )}
    ${fresh.length ? button(t.select, selectFresh) : nothing}
    ${papers(
      t.gonePapers(changes.gonePapers.length),
      changes.gonePapers.map(({ title }) => html`<li class="gone">${title}</li>`),
    )}
    ${papers(
      t.movedPapers(changes.movedPapers.length),
      changes.movedPapers.map(({ identity, from, to }) => {
        const i = atlas.find(identity);
        return html`<li>${i === undefined ? identity : link(i)}<small class="faint way">${from} → ${to}</small></li>`;
      }),
    )}
    ${names(t.newTopics, changes.newTopics)}${names(t.goneTopics, changes.goneTopics)}
    ${changes.splitTopics.map(({ from, into }) => html`<p>${t.split(from, into)}</p>`)}
    ${changes.mergedTopics.map(({ from, into }) => html`<p>${t.merged(from, into)}</p>`)}</section>`;
}
