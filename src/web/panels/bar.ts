import { html, nothing, type TemplateResult } from "lit-html";
import { fieldNamed } from "../../model/own-fields.ts";
import type { Look } from "../../scene/look.ts";
import { fieldPart } from "../fields/later.ts";
import { copyLink, FORMATS, type FormatName, save } from "../output/save.ts";
import { HAS_SLIDES } from "../output/slides.ts";
import { clearFilters, home } from "../page/actions.ts";
import { type IconName, icon, logo } from "../page/icons.ts";
import type { MapState } from "../page/map-state.ts";
import { narrow } from "../page/narrow.ts";
import * as state from "../page/state.ts";
import { toggleTheme } from "../page/theme.ts";
import { openShape, shaping } from "../shape/later.ts";
import { texts } from "../texts/texts.ts";
import { dotMenu } from "./dot-menu.ts";
import { heading } from "./heading.ts";
import { button, choice, iconButton } from "./parts.ts";

/** The bar on top: what is shown, and what can be done with it. */
export function topBar(): TemplateResult {
  const now = state.phase.value.kind === "map" ? state.current.value : undefined;
  const t = texts.bar;
  const small = narrow.value;
  return html`
    <a class="brand" href="#" aria-label=${texts.product} @click=${(event: Event) => {
      event.preventDefault();
      toStart();
    }}>${logo()}<span>${texts.product}</span></a>
    ${now ? heading(now) : html`<span class="heading"></span>`}
    <div class="actions">
      ${
        now
          ? html`${wordButton("open", t.open, t.openHint, toStart)}
        ${shaping.value?.historyButtons() ?? nothing}
        ${small ? nothing : wordButton("shape", t.shape, t.shapeHint, openShape)}
        ${menu(now, small)}
        ${
          small
            ? nothing
            : html`${wordButton("present", texts.tour.bar, texts.tour.hintBar, () => void openTour())}
        <span class="wide">${iconButton("link", t.copyLink, () => void copyLink())}</span>
        <span class="wide">${iconButton("info", t.report, () => showDialog("report"))}</span>`
        }`
          : nothing
      }
      ${now && small ? nothing : iconButton(state.dark.value ? "sun" : "moon", themeName(), toggleTheme)}
      ${now && !small ? html`<span class="wide">${iconButton("help", t.help, () => showDialog("help"))}</span>` : nothing}
    </div>`;
}

const toStart = () => {
  state.phase.value = { kind: "start" };
};

/** A button whose words go where there is little room; opening files stays even there. */
function wordButton(name: IconName, label: string, hint: string, act: () => void): TemplateResult {
  return html`<button class=${name === "open" ? "button" : "button wide"} type="button" id=${name} aria-label=${label} title=${hint} @click=${act}>${icon(name)}<span>${label}</span></button>`;
}

const themeName = () => (state.dark.value ? texts.bar.light : texts.bar.dark);
const showDialog = (dialog: state.Dialog) => {
  state.dialog.value = dialog;
};
const openTour = () => import("../output/present/editor.ts").then((part) => part.openTourEditor());

function menu(now: MapState, small: boolean): TemplateResult {
  const label = small ? texts.bar.more : texts.bar.save;
  const isOpen = state.dialog.value === "menu";
  return html`<div class="menu-place"><button class="button" type="button" aria-label=${label} title=${label} aria-haspopup="true" aria-expanded=${String(isOpen)}
    @click=${() => showDialog(isOpen ? "none" : "menu")}>${icon(small ? "more" : "save")}<span>${label}</span></button>
    ${isOpen ? saveMenu(now, small) : nothing}</div>`;
}

/** The address of Gephi Lite with the map in it, where the map is served from this machine. */
function gephiLiteAddress(): string | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel="topograph-gexf"]');
  return link ? `https://lite.gephi.org/?file=${encodeURIComponent(link.href)}` : undefined;
}

function saveMenu(now: MapState, small: boolean): TemplateResult {
  const t = texts.bar;
  const gephiLite = gephiLiteAddress();
  const papers = now.selection.value.size || now.visibleCount.value;
  const item = (label: string, hint: string, act: () => void) =>
    html`<button type="button" class="menu-item" @click=${() => {
      showDialog("none");
      act();
    }}><b>${label}</b><small>${hint}</small></button>`;
  const files = (areLists: boolean) =>
    (Object.entries(FORMATS) as [FormatName, (typeof FORMATS)[FormatName]][])
      .filter(([name, { isList = false }]) => isList === areLists && (HAS_SLIDES || name !== "slides"))
      .map(([name, format]) => item(t.formats[name][0], t.formats[name][1], () => void save(format)));
  return html`<div class="menu" role="group" aria-label=${t.save}>
    ${
      small
        ? html`${item(t.shapeHint, "", openShape)}${item(texts.tour.bar, texts.tour.hintBar, () => void openTour())}${item(themeName(), "", toggleTheme)}<p class="menu-title">${t.save}</p>`
        : nothing
    }
    ${files(false)}
    ${gephiLite ? html`<a class="menu-item" href=${gephiLite} target="_blank" rel="noopener noreferrer" @click=${() => showDialog("none")}><b>${t.gephiLite[0]}</b><small>${t.gephiLite[1]}</small></a>` : nothing}
    ${item(texts.picture.menu, texts.picture.menuHint, () => void import("../output/present/picture-dialog.ts").then((part) => part.openPictureDialog()))}
    <p class="menu-title">${t.selectionTitle(papers)}<small>${t.selectionHint}</small></p>
    ${files(true)}
    ${
      small
        ? html`<p class="menu-title"></p>
      ${item(t.copyLink, "", () => void copyLink())}
      ${item(t.report, "", () => showDialog("report"))}
      ${item(t.help, "", () => showDialog("help"))}`
        : nothing
    }
  </div>`;
}

/** Back to the papers that pass the filters. */
function backToMap(): void {
  const now = state.current.peek();
  const mask = now?.filterCount.peek() ? now.mask.peek() : undefined;
  if (mask) state.mover()?.flyTo({ papers: [...mask.keys()].filter((i) => mask[i] === 1) });
  else home();
}

/** The buttons that lie over the map. */
export function mapTools(): TemplateResult {
  const t = texts.tools;
  const now = state.current.value;
  const isMap = now?.view.value === "map";
  const { color = "" } = now?.dots.value ?? {};
  // An address may name a field that this map lacks: then dots have the colours of topics.
  const colored = now && fieldNamed(now.atlas.value.map, color)?.name;
  const isLassoing = state.lassoing.value;
  const lasso = () => {
    state.lassoing.value = !isLassoing;
  };
  const isEmpty = isMap && (now?.filterCount.value ?? 0) > 0 && now?.visibleCount.value === 0;
  const hint = isEmpty
    ? html`<p class="hint">${texts.papers.none}</p>${button(texts.papers.clear, clearFilters, { kind: "primary", id: "show-again" })}`
    : isMap && state.lost.value
      ? button(t.backToMap, backToMap, { kind: "primary", id: "back-to-map" })
      : isLassoing
        ? html`<p class="hint">${t.lassoActive}</p>`
        : isMap
          ? html`<p class="reading">${colored === undefined ? t.reading[state.look.value] : t.colored(colored)}</p>`
          : nothing;
  return html`<div class="tool-group" role="group" aria-label=${t.label}>
      ${iconButton("plus", t.zoomIn, () => state.mover()?.zoomBy(1.5))}${iconButton("minus", t.zoomOut, () => state.mover()?.zoomBy(1 / 1.5))}
      ${iconButton("home", t.home, home)}
      ${isMap ? iconButton("lasso", t.lasso, lasso, { pressed: isLassoing }) : nothing}</div>
    ${
      isMap
        ? html`<label class="size-by"><span>${t.look}</span>${choice(
            Object.entries(t.looks) as [Look, string][],
            state.look.value,
            (look) => {
              state.look.value = look;
            },
          )}</label>${dotMenu(now)}`
        : nothing
    }${hint}${isMap && now ? (fieldPart.value?.legend(now) ?? nothing) : nothing}`;
}
