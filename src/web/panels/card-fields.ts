import { html, nothing, type TemplateResult } from "lit-html";
import { type FieldValue, fieldValue } from "../../model/field.ts";
import type { TopicMap } from "../../model/map.ts";
import { texts } from "../texts/texts.ts";

/** Longer texts are cut on the card. */
const LONGEST = 600;

/** What the sources say of a paper beside what the card shows of every paper; folded until it is asked for. */
export function moreFields({ fields = [] }: TopicMap, i: number): TemplateResult | typeof nothing {
  const own = fields.flatMap((field) => {
    const value = fieldValue(field, i);
    const unit = field.type === "number" && field.unit ? ` ${field.unit}` : "";
    return value === undefined ? [] : [[field.name, `${shown(value)}${unit}`] as const];
  });
  if (own.length === 0) return nothing;
  return html`<details class="fields" data-section="fields"><summary>${texts.card.fields(own.length)}</summary>
    <dl>${own.map(([name, text]) => html`<dt dir="auto">${name}</dt><dd dir="auto">${text}</dd>`)}</dl></details>`;
}

function shown(value: FieldValue): string {
  const text = typeof value === "object" ? value.join("; ") : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
