import { html, nothing, type TemplateResult } from "lit-html";
import { leaveWork, openDemo, openFiles, openText, pickFiles } from "../ask/open.ts";
import { forget, keepsMaps, keptFile, recent, setKeepsMaps } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { plural, texts } from "../texts/texts.ts";
import { button, check, iconButton } from "./parts.ts";

/** The first screen: what this is for, and every way in. */
export function startScreen(): TemplateResult {
  const t = texts.start;
  return html`<div class="start" role="main"><div class="start-inner">
    <h1>${t.headline}</h1><p class="lead">${t.lead}</p>
    ${state.dialog.value === "paste" ? paste() : html`${ways()}${recents()}`}
    <p class="privacy">${t.privacy}</p>
    <ul class="promises">${t.what.map(({ title, text }) => html`<li><b>${title}</b><span>${text}</span></li>`)}</ul></div></div>`;
}

const setPasting = (dialog: "paste" | "none") => () => {
  state.dialog.value = dialog;
};

function ways(): TemplateResult {
  const t = texts.start;
  return html`<div class="drop-box">
      ${button(t.choose, () => pickFiles(), { icon: "open", kind: "primary" })}<span>${t.drop}</span><small>${t.formats}</small></div>
    <div class="start-actions"><button class="button" type="button" id="demo" @click=${() => void openDemo()}>${t.demo}<small>${t.demoHint}</small></button>
      ${button(t.paste, setPasting("paste"))}
      ${state.current.value ? button(texts.report.close, leaveWork) : nothing}</div>`;
}

function paste(): TemplateResult {
  const t = texts.start;
  return html`<form class="paste" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text"));
    if (text.trim()) void openText(text);
  }}>
    <label for="paste">${t.pasteLabel}</label><textarea id="paste" name="text" rows="9"></textarea>
    <div class="card-actions"><button class="button primary" type="submit">${t.pasteGo}</button>${button(t.cancelPaste, setPasting("none"), { kind: "quiet" })}</div></form>`;
}

function recents(): TemplateResult {
  const t = texts.recent;
  const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
  const rows = recent.value.map((kept) => {
    const { title, papers, when } = kept;
    return html`<li><button type="button" class="row" @click=${() => void openFiles([keptFile(kept)])}>
        <span class="row-text"><span class="row-title">${title || texts.untitled}</span><span class="row-sub">${plural(papers, "paper")} · ${day.format(when)}</span></span></button>
        ${iconButton("close", t.forget(title), () => void forget(kept))}</li>`;
  });
  return html`<section class="recent">
    ${rows.length ? html`<h2>${t.title}</h2><ul>${rows}</ul>` : nothing}
    ${check(t.consent, keepsMaps.value, (agreed) => void setKeepsMaps(agreed))}</section>`;
}
