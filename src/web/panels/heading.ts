import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { comingOf, linksToCome, papersOfAll } from "../page/coming.ts";
import { type MapState, perMap, retitle } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { closedByEscape } from "./parts.ts";

/** Whether title and subtitle are being written. */
const writing = perMap(() => signal(false));

/** What the map is called and how large it is; a click on the title lets it be written anew. */
export function heading(now: MapState): TemplateResult {
  const t = texts.bar;
  const { map, mainTopics, linkCount } = now.atlas.value;
  const share = comingOf(now)?.share.value;
  const counts = `${texts.counts(papersOfAll(now), mainTopics.length, linksToCome() ?? linkCount)}${share === undefined ? "" : ` · ${texts.coming.share(share)}`}`;
  const isWriting = writing(now);
  if (isWriting.value) return form(now, () => (isWriting.value = false));
  const write = () => {
    isWriting.value = true;
    document.querySelector<HTMLInputElement>('.heading input[name="title"]')?.select();
  };
  return html`<div class="heading"><h1><button type="button" class="title" dir="auto" title=${t.titleHint} @click=${write}>${map.title || texts.untitled}</button></h1><p>${map.subtitle ? `${map.subtitle} · ${counts}` : counts}</p></div>`;
}

function form(now: MapState, close: () => void): TemplateResult {
  const t = texts.bar;
  const { title, subtitle = "" } = now.atlas.value.map;
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const [next, below] = ["title", "subtitle"].map((name) => String(given.get(name)).trim());
    retitle(now, next || title, below);
    document.title = `${next || title} · ${texts.product}`;
    close();
  };
  const field = (name: string, label: string, value: string) =>
    html`<input type="text" dir="auto" name=${name} aria-label=${label} placeholder=${label} value=${value} maxlength="200" />`;
  return html`<form class="heading" @submit=${keep} @keydown=${closedByEscape(close)} @focusout=${(
    event: FocusEvent,
  ) => {
    const form = event.currentTarget as HTMLFormElement;
    if (form.isConnected && !form.contains(event.relatedTarget as Node | null)) form.requestSubmit();
  }}>${field("title", t.mapTitle, title)}${field("subtitle", t.mapSubtitle, subtitle)}<button type="submit" hidden></button></form>`;
}
