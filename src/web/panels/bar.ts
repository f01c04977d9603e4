import { html, nothing, type TemplateResult } from "lit-html";
import { copyLink, saveGexf, saveList, saveMap } from "../output/save.ts";
import { icon, logo } from "../page/icons.ts";
import { narrow } from "../page/narrow.ts";
import * as state from "../page/state.ts";
import { toggleTheme } from "../page/theme.ts";
import { view } from "../page/view.ts";
import { openShape, shaping } from "../shape/later.ts";
import { words } from "../texts/present.ts";
import { texts } from "../texts/texts.ts";
import { iconButton } from "./parts.ts";
import { pickFiles } from "./pick.ts";

/** The bar on top: what is shown, and what can be done with it. */
export function topBar(): TemplateResult {
  const atlas = state.phase.value.kind === "map" ? state.atlas.value : undefined;
  const t = texts.bar;
  const small = narrow.value;
  const menu = small ? t.more : t.save;
  return html`
    <a class="brand" href="#" aria-label=${texts.product} @click=${(event: Event) => {
      event.preventDefault();
      state.phase.value = { kind: "start" };
    }}>${logo()}<span>${texts.product}</span></a>
    ${atlas ? html`<div class="heading"><h1>${atlas.map.title || texts.untitled}</h1><p>${texts.counts(atlas.count, atlas.mainTopics.length, atlas.linkCount)}</p></div>` : html`<span class="heading"></span>`}
    <div class="actions">
      ${
        atlas
          ? html`
        <button class="button" type="button" aria-label=${t.open} title=${t.openHint} @click=${pickFiles}>${icon("open")}<span>${t.open}</span></button>
        ${shaping.value?.historyButtons() ?? nothing}
        ${small ? nothing : html`<button class="button wide" type="button" id="shape" title=${t.shapeHint} @click=${openShape}>${icon("shape")}<span>${t.shape}</span></button>`}
        <div class="menu-place"><button class="button" type="button" aria-label=${menu} title=${menu} aria-haspopup="true" aria-expanded=${String(state.dialog.value === "menu")}
          @click=${() => {
            state.dialog.value = state.dialog.peek() === "menu" ? "none" : "menu";
          }}>${icon(small ? "more" : "save")}<span>${menu}</span></button>
          ${state.dialog.value === "menu" ? saveMenu() : nothing}</div>
        ${
          small
            ? nothing
            : html`<button class="button wide" type="button" title=${words.tour.hintBar} @click=${openTour}>${icon("present")}<span>${words.tour.bar}</span></button>
        <span class="wide">${iconButton("link", t.copyLink, () => void copyLink())}</span>
        <span class="wide">${iconButton("info", t.report, showReport)}</span>`
        }`
          : nothing
      }
      ${atlas && small ? nothing : iconButton(state.dark.value ? "sun" : "moon", themeName(), toggleTheme)}
      ${atlas && !small ? html`<span class="wide">${iconButton("help", t.help, showHelp)}</span>` : nothing}
    </div>`;
}

const themeName = () => (state.dark.value ? texts.bar.light : texts.bar.dark);
const showReport = () => {
  state.dialog.value = "report";
};
const showHelp = () => {
  state.dialog.value = "help";
};
const openTour = () => void import("../output/present/editor.ts").then((part) => part.openTourEditor());

function saveMenu(): TemplateResult {
  const t = texts.bar;
  const papers = state.selection.value.size || state.visibleCount.value;
  const item = (label: string, hint: string, act: () => void) =>
    html`<button type="button" class="menu-item" @click=${() => {
      state.dialog.value = "none";
      act();
    }}><b>${label}</b><small>${hint}</small></button>`;
  return html`<div class="menu" role="group" aria-label=${t.save}>
    ${
      narrow.value
        ? html`${item(t.shapeHint, "", openShape)}${item(words.tour.bar, words.tour.hintBar, () => void openTour())}${item(themeName(), "", toggleTheme)}<p class="menu-title">${t.save}</p>`
        : nothing
    }
    ${item(t.saveMap, t.saveMapHint, () => void saveMap())}
    ${item(t.saveGexf, t.saveGexfHint, () => void saveGexf())}
    ${item(words.picture.menu, words.picture.menuHint, () => void import("../output/present/picture-dialog.ts").then((part) => part.openPictureDialog()))}
    <p class="menu-title">${t.selectionTitle(papers)}<small>${t.selectionHint}</small></p>
    ${item(t.ris, t.risHint, () => void saveList("ris"))}
    ${item(t.bibtex, t.bibtexHint, () => void saveList("bib"))}
    ${item(t.csv, t.csvHint, () => void saveList("csv"))}
    <p class="menu-title"></p>
    ${item(t.copyLink, "", () => void copyLink())}
    ${item(t.report, "", showReport)}
    ${item(t.help, "", showHelp)}
  </div>`;
}

/** The buttons that lie over the map. */
export function mapTools(zoom: (factor: number) => void, home: () => void): TemplateResult {
  const t = texts.tools;
  return html`<div class="tool-group" role="group" aria-label=${t.label}>
      ${iconButton("plus", t.zoomIn, () => zoom(1.5))}${iconButton("minus", t.zoomOut, () => zoom(1 / 1.5))}
      ${iconButton("home", t.home, home)}
      ${
        view.value === "citations"
          ? nothing
          : iconButton(
              "lasso",
              t.lasso,
              () => {
                state.lassoing.value = !state.lassoing.peek();
              },
              state.lassoing.value,
            )
      }</div>
    ${view.value === "citations" ? nothing : sizeChoice()}
    ${state.lassoing.value ? html`<p class="hint">${t.lassoActive}</p>` : view.value === "map" ? html`<p class="reading">${t.reading}</p>` : nothing}`;
}

function sizeChoice(): TemplateResult {
  const t = texts.tools;
  const sizes = Object.entries(t.sizes) as [state.SizeBy, string][];
  return html`<label class="size-by"><span>${t.sizeBy}</span><select @change=${(event: Event) => {
    state.sizeBy.value = (event.target as HTMLSelectElement).value as state.SizeBy;
  }}>
      ${sizes.map(([value, label]) => html`<option value=${value} ?selected=${state.sizeBy.value === value}>${label}</option>`)}</select></label>`;
}
