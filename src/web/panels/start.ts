import { html, nothing, type TemplateResult } from "lit-html";
import infovis from "../../../data/infovis.webp?url";
import resnet from "../../../data/resnet_papers_page.webp?url";
import { openGiven } from "../ask/drops.ts";
import { leaveWork, openDemo, openFiles, openText, pickFiles } from "../ask/open.ts";
import { forget, keepsMaps, keptFile, recent, setKeepsMaps } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { firstTexts, recentTexts } from "../texts/first.ts";
import { plural, texts } from "../texts/texts.ts";
import { button, check, iconButton } from "./parts.ts";

/** The first screen: what this is for, and every way in. */
export function startScreen(): TemplateResult {
  const t = { ...texts.start, ...firstTexts };
  return html`<div class="start" role="main"><div class="start-inner">
    ${state.current.value ? html`<p class="start-back">${button(t.back, leaveWork, { icon: "back" })}</p>` : nothing}
    <h1>${t.headline}</h1><p class="lead">${t.lead}</p>
    ${state.dialog.value === "paste" ? paste() : html`${ways()}${recents()}`}
    <p class="privacy">${t.privacy}</p>
    <ul class="promises">${t.what.map(({ title, text }) => html`<li><b>${title}</b><span>${text}</span></li>`)}</ul></div></div>`;
}

const setPasting = (dialog: "paste" | "none") => () => {
  state.dialog.value = dialog;
};

function ways(): TemplateResult {
  const t = { ...texts.start, ...firstTexts };
  return html`<div class="drop-box"><div class="start-actions">
        ${button(t.choose, () => pickFiles(openGiven), { icon: "open", kind: "primary" })}${button(t.chooseFolder, () => pickFiles(openGiven, "folder"), { title: t.chooseFolderHint, id: "choose-folder" })}${button(t.paste, setPasting("paste"))}</div>
      <span>${t.drop}</span><small>${t.formats}</small></div>
    <section class="demos"><h2>${t.demos}</h2>${demo("infovis", infovis, "demo-infovis")}${demo("resnet", resnet, "demo")}</section>`;
}

/** A collection that comes with the page: what its map looks like, and what is in it. */
function demo(name: keyof typeof firstTexts.demo, picture: string, id: string): TemplateResult {
  const { title, hint } = firstTexts.demo[name];
  return html`<button type="button" class="demo" id=${id} @click=${() => void openDemo(name)}><img src=${picture} alt="" width="400" height="250" /><b>${title}</b><small>${hint}</small></button>`;
}

function paste(): TemplateResult {
  const t = { ...texts.start, ...firstTexts };
  return html`<form class="paste" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text"));
    if (text.trim()) void openText(text);
  }}>
    <label for="paste">${t.pasteLabel}</label><textarea id="paste" name="text" rows="9"></textarea>
    <div class="card-actions"><button class="button primary" type="submit">${t.pasteGo}</button>${button(t.cancelPaste, setPasting("none"), { kind: "quiet" })}</div></form>`;
}

function recents(): TemplateResult {
  const t = recentTexts;
  const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
  const rows = recent.value.map((kept) => {
    const { title, papers, when } = kept;
    return html`<li><button type="button" class="row" @click=${() => void openFiles([keptFile(kept)])}>
        <span class="row-text"><span class="row-title" dir="auto">${title || texts.untitled}</span><span class="row-sub" dir="auto">${plural(papers, "paper")} · ${day.format(when)}</span></span></button>
        ${iconButton("close", t.forget(title), () => void forget(kept))}</li>`;
  });
  return html`<section class="recent">
    ${rows.length ? html`<h2>${t.title}</h2><ul>${rows}</ul>` : nothing}
    ${check(t.consent, keepsMaps.value, (agreed) => void setKeepsMaps(agreed))}</section>`;
}
