import { html, type TemplateResult } from "lit-html";
import { fieldNames, fieldType } from "../../model/own-fields.ts";
import type { Dots } from "../../view/dots.ts";
import { wantFields } from "../page/coming.ts";
import { setDots } from "../page/dots.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { dropDown } from "./drop-down.ts";
import { choice } from "./parts.ts";

/** What a choice is remembered by where it is a field: names of fields may be any words. */
const FIELD = "field:";

/** One control for all that dots say: colour, size, ring and name. */
export function dotMenu(now: MapState | undefined): TemplateResult {
  const t = texts.tools;
  const map = now?.atlas.value.map;
  const dots = now?.dots.value ?? {};
  const names = map ? fieldNames(map) : [];
  const typeOf = (name: string) => map && fieldType(map, name);
  const field = (name: string) => [FIELD + name, name] as const;
  const coloured = names.filter((name) => typeOf(name) !== "text").map(field);
  const sized = names.filter((name) => typeOf(name) === "number" || typeOf(name) === "date").map(field);
  const own = Object.entries(t.sizes).filter(([name]) => !sized.some(([, other]) => other === name));
  const set = (key: Exclude<keyof Dots, "limits">, chosen: string) => {
    if (now) setDots(now, key, chosen.startsWith(FIELD) ? chosen.slice(FIELD.length) : undefined);
  };
  const chosen = (name: string | undefined, none = "") => (name === undefined ? none : FIELD + name);
  return html`<div class="dot-menu" @focusin=${wantFields} @click=${wantFields}>${dropDown(
    t.dots,
    html`<label><span>${t.colorBy}</span>${choice([["", t.topic], ...coloured], chosen(dots.color), (one) => set("color", one))}</label>
    <label><span>${t.sizeBy}</span>${choice(
      [...own, ...sized],
      chosen(dots.size, state.sizeBy.value),
      (one) => {
        set("size", one);
        if (!one.startsWith(FIELD)) state.sizeBy.value = one as state.SizeBy;
      },
    )}</label>
    <label><span>${t.ringBy}</span>${choice([["", t.noRing], ...coloured], chosen(dots.ring), (one) => set("ring", one))}</label>
    <label><span>${t.nameBy}</span>${choice([["", t.titles], ...names.map(field)], chosen(dots.label), (one) => set("label", one))}</label>`,
    "upwards",
  )}</div>`;
}
