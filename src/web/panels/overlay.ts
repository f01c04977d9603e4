import { html, nothing, type TemplateResult } from "lit-html";
import type { FileReport } from "../../model/report.ts";
import * as state from "../page/state.ts";
import { percent, stageName, texts } from "../texts/texts.ts";
import { iconButton } from "./parts.ts";
import { pickFiles } from "./pick.ts";
import { readReport, reportFiles } from "./read-report.ts";
import { startScreen } from "./start.ts";

/** What lies over everything: the first screen, progress, a failure, a dialog, a short message. */
export function overlay(): TemplateResult {
  const phase = state.phase.value;
  return html`${phase.kind === "start" ? startScreen() : phase.kind === "working" ? working(phase) : phase.kind === "failed" ? failed(phase.message, phase.reports) : nothing}
    ${state.dialog.value === "help" ? help() : state.dialog.value === "report" ? dialog(texts.report.title, readReport(close)) : nothing}
    ${state.extra.value?.() ?? nothing}
    <p class="toast" ?hidden=${state.toast.value === ""}>${state.toast.value}</p>`;
}

const close = () => {
  state.dialog.value = "none";
};

function working({ name, stage, done, cancel }: Extract<state.Phase, { kind: "working" }>): TemplateResult {
  return html`<div class="veil"><div class="box" role="status"><h2>${name ? texts.working.title(name) : texts.working.loading}</h2>
    <progress max="1" .value=${stage ? done : 0} aria-label=${stage ? stageName[stage] : texts.working.loading}></progress>
    <p class="faint">${stage ? `${stageName[stage]} · ${percent(done)}` : ""}</p>
    ${cancel ? html`<button class="button" type="button" @click=${cancel}>${texts.working.cancel}</button>` : nothing}</div></div>`;
}

function failed(message: string, reports: readonly FileReport[]): TemplateResult {
  return html`<div class="veil"><div class="box" role="alert"><h2>${texts.failed.title}</h2>
    ${reports.length ? reportFiles(reports) : message.split("\n").map((line) => html`<p>${line}</p>`)}
    <div class="card-actions"><button class="button primary" type="button" @click=${() => {
      state.phase.value = state.atlas.peek() ? { kind: "map" } : { kind: "start" };
    }}>${texts.failed.back}</button>
      <button class="button" type="button" @click=${pickFiles}>${texts.start.choose}</button></div></div></div>`;
}

function dialog(title: string, body: TemplateResult): TemplateResult {
  return html`<div class="veil" @click=${(event: Event) => {
    if (event.target === event.currentTarget) close();
  }}>
    <div class="box" role="dialog" aria-modal="true" aria-label=${title}><div class="card-title"><h2>${title}</h2>${iconButton("close", texts.card.close, close)}</div>${body}</div></div>`;
}

function help(): TemplateResult {
  const t = texts.help;
  return dialog(
    t.title,
    html`<dl class="keys">${t.keys.map(([key, what]) => html`<div><dt>${key.split(/\s+/).map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>
    ${t.reading.map((line) => html`<p class="faint">${line}</p>`)}`,
  );
}
