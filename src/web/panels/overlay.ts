import { html, nothing, type TemplateResult } from "lit-html";
import type { FileReport } from "../../model/report.ts";
import { leaveWork, pickFiles } from "../ask/open.ts";
import * as state from "../page/state.ts";
import { toggleTable } from "../table/later.ts";
import { percent, stageName, texts } from "../texts/texts.ts";
import { button, dialog } from "./parts.ts";
import { readReport, reportFiles } from "./read-report.ts";
import { startScreen } from "./start.ts";

/** What lies over everything: the first screen, progress, a failure, a dialog, a short message. */
export function overlay(): TemplateResult {
  return html`${phaseBox(state.phase.value)}
    ${state.dialog.value === "help" ? help() : state.dialog.value === "report" ? dialog(texts.report.title, readReport(close), close) : nothing}
    ${state.extra.value?.() ?? nothing}
    <div class="toast" ?hidden=${state.toast.value === ""}><span>${state.toast.value}</span>${toastButton()}</div>`;
}

function toastButton(): TemplateResult | typeof nothing {
  const given = state.toastAct.value;
  return given
    ? button(given.label, () => {
        state.toast.value = "";
        given.act();
      })
    : nothing;
}

const close = () => {
  state.dialog.value = "none";
};

function phaseBox(phase: state.Phase): TemplateResult | typeof nothing {
  switch (phase.kind) {
    case "start":
      return startScreen();
    case "working":
      return working(phase);
    case "failed":
      return failed(phase.message, phase.reports);
    default:
      return nothing;
  }
}

function working({ name, stage, done, cancel }: Extract<state.Phase, { kind: "working" }>): TemplateResult {
  return html`<div class="veil"><div class="box" role="status"><h2>${name ? texts.working.title(name) : texts.working.loading}</h2>
    <progress max="1" .value=${stage ? done : 0} aria-label=${stage ? stageName[stage] : texts.working.loading}></progress>
    <p class="faint">${stage ? `${stageName[stage]} · ${percent(done)}` : ""}</p>
    ${button(texts.working.cancel, cancel)}</div></div>`;
}

function failed(message: string, reports: readonly FileReport[]): TemplateResult {
  return html`<div class="veil"><div class="box" role="alert"><h2>${texts.failed.title}</h2>
    ${import.meta.env.MODE !== "single" && reports.length ? reportFiles(reports) : message.split("\n").map((line) => html`<p>${line}</p>`)}
    <div class="card-actions">${button(texts.failed.back, leaveWork, { kind: "primary" })}${button(texts.start.choose, () => pickFiles())}</div></div></div>`;
}

function help(): TemplateResult {
  const t = texts.help;
  return dialog(
    t.title,
    html`<dl class="keys">${t.keys.filter(([key]) => key !== "B" || toggleTable).map(([key, what]) => html`<div><dt>${key.split(/\s+/).map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>
    ${t.reading.map((line) => html`<p class="faint">${line}</p>`)}`,
    close,
  );
}
