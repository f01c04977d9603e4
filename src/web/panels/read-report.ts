import { html, nothing, type TemplateResult } from "lit-html";
import { countGaps, GAP_FIELDS, type Gaps } from "../../model/gaps.ts";
import type { FileReport } from "../../model/report.ts";
import * as state from "../page/state.ts";
import { plural, texts } from "../texts/texts.ts";
import { matchList } from "./matches.ts";
import { button } from "./parts.ts";

/** What was read: each file with its gaps and rejects, then what the whole lacks and what that means for the map. */
export function readReport(close: () => void): TemplateResult {
  const t = texts.report;
  const map = state.atlas.value?.map;
  const read = state.summary.value;
  const notes = map?.notes ?? [];
  return html`${
    import.meta.env.MODE !== "single" && read
      ? html`${reportFiles(read.files)}${read.duplicates ? html`<p>${t.merged(read.duplicates)}</p>` : nothing}${matchList(read)}`
      : html`<p class="faint">${t.unknown}</p><h3>${t.inputs}</h3><ul class="plain">${map?.inputs.map((input) => html`<li><b>${input.name}</b> <span class="faint">${input.format} · ${plural(input.papers, "paper")}</span></li>`)}</ul>`
  }
    ${map ? wholeGaps(countGaps(map.papers), map.papers.length) : nothing}
    ${notes.length ? html`<h3>${t.notes}</h3><ul class="plain">${notes.map(({ message }) => html`<li>${message}</li>`)}</ul>` : nothing}
    <div class="card-actions">${button(t.close, close, { kind: "primary" })}</div>`;
}

/** The files of a reading, also of one that gave no paper. */
export function reportFiles(files: readonly FileReport[]): TemplateResult {
  return html`<ul class="plain report-files">${files.map((file) => html`<li>${fileReport(file)}</li>`)}</ul>`;
}

function fileReport(file: FileReport): TemplateResult {
  const t = texts.report;
  const facts = [
    t.format(file.format, file.encoding),
    t.papers(file.papers),
    ...(file.merged ? [t.merged(file.merged)] : []),
    ...(file.warningCount ? [t.warnings(file.warningCount)] : []),
  ];
  const missing = GAP_FIELDS.filter((field) => (file.gaps?.[field] ?? 0) > 0).slice(0, 3);
  return html`<b>${file.name}</b> <span class="faint">${facts.join(" · ")}</span>
    ${file.refusal ? html`<p class="refusal">${t.unread}: ${file.refusal}</p>` : nothing}
    ${file.papers > 0 && missing.length > 0 ? html`<p class="faint">${missing.map((field) => t.missing(file.gaps?.[field] ?? 0, texts.gaps.field[field])).join(" · ")}</p>` : nothing}
    ${rejects(file)}`;
}

/** At most 20 rows and a total. */
function rejects({ warnings, warningCount }: FileReport): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  const more = warningCount - warnings.length;
  return html`<table class="rejects"><thead><tr><th>${texts.gaps.line}</th><th>${texts.gaps.record}</th><th>${texts.gaps.what}</th></tr></thead>
    <tbody>${warnings.map(({ line, record, message }) => html`<tr><td>${line ?? ""}</td><td>${record ?? ""}</td><td>${message}</td></tr>`)}</tbody></table>
    ${more > 0 ? html`<p class="faint">${texts.report.more(more)}</p>` : nothing}`;
}

function wholeGaps(gaps: Gaps, papers: number): TemplateResult | typeof nothing {
  const fields = GAP_FIELDS.filter((field) => gaps[field] > 0);
  return fields.length === 0
    ? nothing
    : html`<h3>${texts.gaps.title}</h3><ul class="plain gaps">${fields.map((field) => html`<li><b>${texts.gaps.count(gaps[field], papers, texts.gaps.field[field])}</b> <span class="faint">${texts.gaps.cost[field]}</span></li>`)}</ul>`;
}
