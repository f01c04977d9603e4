import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { referTo } from "../../shape/topic-ref.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { button } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";
import { edit } from "./edit.ts";
import { nameForm } from "./name-form.ts";

/** The topic whose name is written anew where it stands in the list. */
const renaming = perMap(() => signal<number | undefined>(undefined));

/** Lets a topic's name be written in the list. */
export function beginRename(now: MapState, id: number): void {
  renaming(now).value = id;
  document.querySelector<HTMLInputElement>(".topics .inline-form input")?.select();
}

/** The field for the new name of a topic in the list; undefined for the others. Escape and leaving it keep the old one. */
export function renameInList(now: MapState, id: number): TemplateResult | undefined {
  const open = renaming(now);
  if (open.value !== id) return undefined;
  const close = () => {
    open.value = undefined;
    document.querySelector<HTMLElement>(`.topics [data-topic="${id}"]`)?.focus();
  };
  return html`<div class="topic" @keydown=${(event: KeyboardEvent) => {
    // Arrows move in the text.
    event.stopPropagation();
    if (event.key === "Escape") close();
  }} @focusout=${(event: FocusEvent) => {
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget && !(currentTarget as Element).contains(relatedTarget as Node)) open.value = undefined;
  }}>${nameForm(now, id, close)}</div>`;
}

/** One topic of those that are chosen; nothing where that are fewer than two. */
export function mergeChosen(now: MapState): TemplateResult | typeof nothing {
  const { map } = now.atlas.value;
  const chosen = [...now.filters.value.topics].filter((id) => map.topics[id].parent === undefined);
  const [first, second, ...rest] = chosen.map((id) => referTo(map, id));
  if (!second) return nothing;
  const t = shapeTexts.topic;
  return button(
    t.mergeChosen(chosen.length),
    () => void edit({ type: "merge", topics: [first, second, ...rest] }),
    {
      title: t.mergeHint,
    },
  );
}
