import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../../../view/atlas.ts";
import { namedPapers } from "../../../view/slide.ts";
import type { Stop } from "../../../view/tour.ts";
import { dot, iconButton, titleOf } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";

/** Where in a tour one stands. The screen is black where the audience is to look at the speaker. */
export interface Standing {
  readonly at: number;
  readonly isBlack: boolean;
}

/** What the buttons do. */
interface Controls {
  goTo(stop: number): void;
  notes(): void;
  fullScreen(): void;
  end(): void;
}

/** What lies over the map while it is presented: caption, progress, and buttons that show when they are looked for. */
export function presenterView(
  atlas: Atlas,
  stops: readonly Stop[],
  { at, isBlack }: Standing,
  { goTo, notes, fullScreen, end }: Controls,
): TemplateResult | typeof nothing {
  const t = texts.tour;
  const here = stops[at];
  if (!here) return nothing;
  return html`<section class="caption" aria-label=${t.presenting}>
      <h2 dir="auto">${here.title}</h2>
      ${here.text ? html`<p dir="auto">${here.text}</p>` : nothing}
      <ul>${namedPapers(atlas, here).map(({ paper, from }) => {
        const small = from ? html` <small>${from}</small>` : nothing;
        return html`<li>${dot(atlas.map.topic[paper])}<span dir="auto">${titleOf(atlas, paper)}${small}</span></li>`;
      })}</ul>
    </section>
    <nav class="tour-controls" aria-label=${t.controls}>
      ${iconButton("back", t.previous, () => goTo(at - 1), { disabled: at === 0 })}
      <span>${at + 1} / ${stops.length}</span>
      ${iconButton("forward", t.next, () => goTo(at + 1), { disabled: at === stops.length - 1 })}
      ${iconButton("note", t.notesWindow, notes)}
      ${iconButton("home", t.fullScreen, fullScreen)}
      ${iconButton("close", t.stop, end)}
    </nav>
    <div class="tour-progress" .style=${`--done: ${(at + 1) / stops.length}`}></div>
    ${isBlack ? html`<div class="black" role="status">${t.black}</div>` : nothing}`;
}
