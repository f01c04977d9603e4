import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "../../page/icons.ts";
import * as state from "../../page/state.ts";
import { dot } from "../../panels/parts.ts";
import { words } from "../../texts/present.ts";
import { texts } from "../../texts/texts.ts";
import { tour } from "../tour.ts";
import { at, endPresenting, goTo, isBlack, openPresenterNotes, toggleFullScreen } from "./presenter.ts";
import { papersOf } from "./show.ts";

/** What lies over the map while it is presented: caption, progress, and buttons that show when they are looked for. */
export function presenterView(): TemplateResult | typeof nothing {
  const t = words.tour;
  const stops = tour.value;
  const here = stops[at.value];
  const atlas = state.atlas.value;
  if (!here || !atlas) return nothing;
  const button = (label: string, act: () => void, content: unknown, isOff = false) =>
    html`<button type="button" class="icon-button" aria-label=${label} title=${label} ?disabled=${isOff} @click=${act}>${content}</button>`;
  return html`<section class="caption" aria-label=${t.presenting}>
      <h2>${here.title}</h2>
      ${here.text ? html`<p>${here.text}</p>` : nothing}
      <ul>${papersOf(here).map((i) => {
        const { title, authors, year } = atlas.map.papers[i];
        const from = [authors.length > 1 ? t.others(authors[0]) : authors[0], year]
          .filter(Boolean)
          .join(", ");
        return html`<li>${dot(atlas.map.topic[i])}<span>${title || texts.papers.untitled}${from ? html` <small>${from}</small>` : nothing}</span></li>`;
      })}</ul>
    </section>
    <nav class="tour-controls" aria-label=${t.controls}>
      ${button(t.previous, () => goTo(at.peek() - 1), icon("back"), at.value === 0)}
      <span>${at.value + 1} / ${stops.length}</span>
      ${button(t.next, () => goTo(at.peek() + 1), icon("forward"), at.value === stops.length - 1)}
      ${button(t.notesWindow, openPresenterNotes, icon("note"))}
      ${button(t.fullScreen, toggleFullScreen, icon("home"))}
      ${button(t.stop, endPresenting, icon("close"))}
    </nav>
    <div class="tour-progress" .style=${`--done: ${(at.value + 1) / stops.length}`}></div>
    ${isBlack.value ? html`<div class="black" role="status">${t.black}</div>` : nothing}`;
}
