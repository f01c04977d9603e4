import { html, nothing, type TemplateResult } from "lit-html";
import { openDemo, openFiles, openText } from "../ask/work.ts";
import { icon } from "../page/icons.ts";
import { forget, keepsMaps, keptFile, recent, setKeepsMaps } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { plural, texts } from "../texts/texts.ts";
import { iconButton } from "./parts.ts";
import { pickFiles } from "./pick.ts";

/** The first screen: what this is for, and every way in. */
export function startScreen(): TemplateResult {
  const t = texts.start;
  const pasting = state.dialog.value === "paste";
  return html`<div class="start" role="main"><div class="start-inner">
    <h1>${t.headline}</h1><p class="lead">${t.lead}</p>
    ${pasting ? paste() : ways()}
    ${pasting ? nothing : recents()}
    <p class="privacy">${t.privacy}</p>
    <ul class="promises">${t.what.map(({ title, text }) => html`<li><b>${title}</b><span>${text}</span></li>`)}</ul></div></div>`;
}

function ways(): TemplateResult {
  const t = texts.start;
  return html`<div class="drop-box">
      <button class="button primary" type="button" @click=${pickFiles}>${icon("open")}<span>${t.choose}</span></button><span>${t.drop}</span><small>${t.formats}</small></div>
    <div class="start-actions"><button class="button" type="button" id="demo" @click=${() => void openDemo()}>${t.demo}<small>${t.demoHint}</small></button>
      <button class="button" type="button" @click=${() => {
        state.dialog.value = "paste";
      }}>${t.paste}</button>
      ${
        state.atlas.value
          ? html`<button class="button" type="button" @click=${() => {
              state.phase.value = { kind: "map" };
            }}>${texts.report.close}</button>`
          : nothing
      }</div>`;
}

function paste(): TemplateResult {
  const t = texts.start;
  return html`<form class="paste" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text"));
    if (text.trim()) void openText(text);
  }}>
    <label for="paste">${t.pasteLabel}</label><textarea id="paste" name="text" rows="9"></textarea>
    <div class="card-actions"><button class="button primary" type="submit">${t.pasteGo}</button><button class="button quiet" type="button" @click=${() => {
      state.dialog.value = "none";
    }}>${t.cancelPaste}</button></div></form>`;
}

function recents(): TemplateResult {
  const t = texts.recent;
  const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
  return html`<section class="recent">
    ${
      recent.value.length
        ? html`<h2>${t.title}</h2><ul>${recent.value.map(
            ({
              id,
              title,
              papers,
              when,
            }) => html`<li><button type="button" class="row" @click=${() => void open(id)}>
        <span class="row-text"><span class="row-title">${title || texts.untitled}</span><span class="row-sub">${plural(papers, "paper")} · ${day.format(when)}</span></span></button>
        ${iconButton("close", t.forget(title), () => void forget(id))}</li>`,
          )}</ul>`
        : nothing
    }
    <label class="check"><input type="checkbox" .checked=${keepsMaps.value} @change=${(event: Event) => void setKeepsMaps((event.target as HTMLInputElement).checked)} /><span>${t.consent}</span></label></section>`;
}

async function open(id: number): Promise<void> {
  const file = await keptFile(id);
  if (file) await openFiles([file]);
}
