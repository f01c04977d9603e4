import { html, nothing, type TemplateResult } from "lit-html";
import type { Contrast } from "../../explain/contrast.ts";
import type { Comparison } from "../../view/hash.ts";
import { whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { button, choice, closedByEscape, iconButton } from "../panels/parts.ts";
import { compareTexts as t } from "../texts/compare.ts";
import { lackingPart } from "./lacking-part.ts";
import { answer, compareOf, startOf } from "./store.ts";
import { termsPart } from "./terms-part.ts";
import { topicsPart } from "./topics-part.ts";

/** Two sets of papers held against each other, under the map: topics, terms, and what one lacks. */
export function compare(now: MapState, close: () => void): TemplateResult {
  const { choice: chosen } = compareOf(now);
  const asked = chosen.value;
  const found = answer.value;
  const leave = closedByEscape(close);
  return html`<div class="table-bar compare-bar" @keydown=${leave}><h2>${t.label}</h2>
      ${asked ? pickers(now, asked) : nothing}
      <p role="status">${found.kind === "found" ? t.sizes(...found.value.sizes, found.value.both) : found.kind === "waiting" ? t.waiting : ""}</p>
      ${iconButton("close", t.close, close)}</div>
    <div class="compare" @keydown=${leave}>${
      asked === undefined
        ? html`<p class="empty">${t.none}</p>`
        : found.kind === "found"
          ? parts(now, asked, found.value)
          : html`<p class="empty">${found.kind === "failed" ? (whyInParts() ?? t.failed) : t.waiting}</p>`
    }</div>`;
}

function parts(now: MapState, { first, second = t.rest }: Comparison, made: Contrast): TemplateResult {
  const atlas = now.atlas.value;
  const names = [first, second] as const;
  return html`${topicsPart(atlas, names, made)}${termsPart(names, made.terms)}${lackingPart(atlas, names, made)}`;
}

/** The end of the list, which no value can be. */
const REST = -1;

function pickers(now: MapState, asked: Comparison): TemplateResult {
  const { fields, given } = compareOf(now);
  const values = fields.value.find(({ name }) => name === asked.field)?.values ?? [];
  const options = values.map(({ value, papers }, k) => [k, t.option(value, papers)] as const);
  const at = (value: string | undefined) => values.findIndex((one) => one.value === value);
  const [a, b] = [at(asked.first), at(asked.second)];
  const take = (first: number, second: number) => {
    given.value = {
      field: asked.field,
      first: values[first].value,
      ...(second === REST ? {} : { second: values[second].value }),
    };
  };
  const others = (not: number) => options.filter(([k]) => k !== not);
  return html`${choice(
    fields.value.map(({ name }, k) => [k, name] as const),
    fields.value.findIndex(({ name }) => name === asked.field),
    (k) => {
      given.value = startOf(fields.value[k]);
    },
    t.field,
  )}${choice(others(b), a, (k) => take(k, b), t.first)}${
    b === REST ? nothing : button("⇄", () => take(b, a), { title: t.swap })
  }${choice([...others(a), [REST, t.rest] as const], b, (k) => take(a, k), t.second)}`;
}
