import { batch } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { type Atlas, topicOf } from "../../view/atlas.ts";
import { openPaper } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { lacksTexts } from "../page/coming.ts";
import { type IconName, icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { texts, weight } from "../texts/texts.ts";
import type { Stretch } from "./mark.ts";

/** How a button is shown, beside its words. */
interface ButtonLook {
  readonly icon?: IconName;
  readonly kind?: "primary" | "quiet";
  readonly title?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** What scripts know it by. */
  readonly id?: string;
}

/** A button with words on it, perhaps after an icon. */
export function button(
  label: string,
  click: (event: Event) => void,
  { icon: name, kind, title, pressed, disabled = false, id }: ButtonLook = {},
): TemplateResult {
  return html`<button type="button" class=${`button ${kind ?? ""}`} id=${id ?? nothing} title=${title ?? nothing} aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    ?disabled=${disabled} @click=${click}>${name ? html`${icon(name)}<span>${label}</span>` : label}</button>`;
}

/** A button with an icon; its name is heard and shown as a hint. */
export function iconButton(
  name: IconName,
  label: string,
  click: (event: Event) => void,
  { pressed, disabled = false }: Pick<ButtonLook, "pressed" | "disabled"> = {},
): TemplateResult {
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)} ?data-on=${pressed === true} ?disabled=${disabled} @click=${click}>${icon(name)}</button>`;
}

/** A box to tick. */
export function check(
  label: unknown,
  on: boolean,
  change: (on: boolean) => void,
  { hint = "", amount = "", name = "" } = {},
): TemplateResult {
  return html`<label class="check" title=${hint}><input type="checkbox" name=${name} .checked=${live(on)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span>${label}</span><small>${amount}</small></label>`;
}

/** A list of values with their names, one of them chosen; it shows another only when it is drawn with that. */
export function choice<T extends string | number>(
  options: readonly (readonly [T, string])[],
  chosen: T,
  change: (value: T) => void,
  label?: string,
): TemplateResult {
  return html`<select aria-label=${label ?? nothing} @change=${(event: Event) => {
    const field = event.target as HTMLSelectElement;
    const [value] = options[field.selectedIndex];
    field.selectedIndex = options.findIndex(([one]) => one === chosen);
    change(value);
  }}>${options.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}</select>`;
}

/** A slider from `least` to `most`; `shown` says in words where it stands. */
export function slider(
  label: string,
  value: number,
  [least, most, step]: readonly [number, number, number],
  change: (value: number) => void,
  { shown = "" as unknown, name = "", hint = "" } = {},
): TemplateResult {
  return html`<label class="slider" title=${hint || nothing}><span>${label}</span>${shown === "" ? html`<output></output>` : html`<output>${shown}</output>`}<input type="range" name=${name || nothing} aria-label=${label} min=${least} max=${most} step=${step} .value=${live(String(value))} @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} /></label>`;
}

/** One end of a range of whole numbers, for the keyboard; `said` is heard in the place of its number. */
export function rangeEnd(
  label: string,
  value: number,
  [least, most]: readonly [number, number],
  change: (value: number) => void,
  said?: string,
): TemplateResult {
  return html`<input type="range" aria-label=${label} aria-valuetext=${said ?? nothing} min=${least} max=${most} step="1" .value=${live(String(value))} @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} />`;
}

/** The title of a box, with its closing button. */
export function boxTitle(title: string, close: () => void): TemplateResult {
  return html`<div class="card-title"><h2>${title}</h2>${iconButton("close", texts.card.close, close)}</div>`;
}

/** A dialog over the page, closed by a click beside it. */
export function dialog(title: string, body: unknown, close: () => void, id?: string): TemplateResult {
  return html`<div class="veil" @click=${(event: Event) => {
    if (event.target === event.currentTarget) close();
  }}><div class="box" id=${id ?? nothing} role="dialog" aria-modal="true" aria-label=${title}>${boxTitle(title, close)}${body}</div></div>`;
}

/** Tabs, one of them chosen; `pane` is the id of what they change. One stop of Tab: arrow keys go to the next. */
export function tabs<T extends string>(
  options: readonly (readonly [T, unknown])[],
  chosen: T,
  choose: (tab: T) => void,
  { label, pane, prefix }: { readonly label: string; readonly pane: string; readonly prefix: string },
): TemplateResult {
  const step = (event: KeyboardEvent) => {
    const at = options.findIndex(([key]) => key === chosen);
    const n = options.length;
    const next = { ArrowRight: (at + 1) % n, ArrowLeft: (at + n - 1) % n, Home: 0, End: n - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(options[next][0]);
    document.getElementById(`${prefix}-${options[next][0]}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${step}>${options.map(
    ([key, text]) =>
      html`<button type="button" role="tab" id=${`${prefix}-${key}`} aria-controls=${pane} aria-selected=${String(chosen === key)} tabindex=${chosen === key ? 0 : -1} @click=${() => choose(key)}>${text}</button>`,
  )}</div>`;
}

/** Hears Escape, which closes what it is pressed in and nothing around it. */
export function closedByEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
}

/** The row that a key leads to in a list of `rows` of them: arrow keys to the next, Home and End to the ends. */
export function rowByKey(event: KeyboardEvent, at: number, rows: number): number | undefined {
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows - 1 }[event.key];
  if (next === undefined) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return next;
}

/** Text with its terms marked; every stretch is a text node. */
export function marked(stretches: readonly Stretch[]): TemplateResult[] {
  return stretches.map(({ text, term }) => (term < 0 ? html`${text}` : html`<mark>${text}</mark>`));
}

/** A dot in the colour of a topic. */
export function dot(topic: number): TemplateResult {
  return html`<span class="dot" .style=${tint(topic)} aria-hidden="true"></span>`;
}

/** A bar for a share of 0 to 1. */
export function bar(share: number, topic?: number): TemplateResult {
  const width = `--share: ${Math.max(0.01, Math.min(1, share))}`;
  return html`<span class="bar" .style=${topic === undefined ? width : `${width}; ${tint(topic)}`} aria-hidden="true"></span>`;
}

/** A weight as a bar of its share, and in digits. */
export function amount(value: number, share = value, topic?: number): TemplateResult {
  return html`<span class="amount">${bar(share, topic)}<small>${weight(value)}</small></span>`;
}

/** The title of a paper. */
export function titleOf(atlas: Atlas, i: number): string {
  const isComing = lacksTexts(i);
  return atlas.map.papers[i].title || (isComing ? texts.coming.title : texts.papers.untitled);
}

/** One line on a paper: authors, venue, year. */
export function byline(atlas: Atlas, i: number): string {
  const { authors, venue, year, citations } = atlas.map.papers[i];
  return [
    authors.length > 2 ? `${authors[0]} et al.` : authors.join(", "),
    venue,
    year,
    citations === undefined ? "" : texts.card.cited(citations),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A row is pointed at: the map shows which paper that is. */
export function point(i: number | undefined): void {
  const now = state.current.peek();
  if (!now) return;
  batch(() => {
    now.pointed.value = i;
    now.hover.value = i;
  });
}

/** A paper as a row; a click opens its card unless it is to do something else. */
export function paperRow(
  atlas: Atlas,
  i: number,
  {
    click = () => openPaper(i, { fly: true, remember: true }),
    extra = "" as unknown,
    hint = undefined as string | undefined,
    /** How a text is shown: search marks what it met. */
    show = (text: string): unknown => text,
    stop = 0,
  } = {},
): TemplateResult {
  const line = byline(atlas, i) || (topicOf(atlas, i)?.name ?? texts.noTopic);
  return html`<button class="row" type="button" tabindex=${stop === 0 ? nothing : stop} title=${hint ?? nothing} @click=${click} @pointerenter=${() => point(i)} @pointerleave=${() => point(undefined)}>
    ${dot(atlas.map.topic[i])}
    <span class="row-text"><span class="row-title" dir="auto">${show(titleOf(atlas, i))}</span><span class="row-sub" dir="auto">${show(line)}</span></span>
    ${extra}</button>`;
}

/** Papers as rows that open their cards. */
export function paperRows(atlas: Atlas, papers: readonly number[]): TemplateResult {
  return html`<ul class="rows">${papers.map((i) => html`<li>${paperRow(atlas, i)}</li>`)}</ul>`;
}

/** Two papers in one row, with what their link weighs. */
export function pairRow(
  atlas: Atlas,
  [a, b]: readonly [number, number],
  value: TemplateResult,
  title: string,
  click: () => void,
): TemplateResult {
  const line = (i: number) =>
    html`<span class="pair-line">${dot(atlas.map.topic[i])}<span dir="auto">${titleOf(atlas, i)} <small>${atlas.map.papers[i].year ?? ""}</small></span></span>`;
  return html`<li><button type="button" class="row" data-pair=${`p${a + 1} p${b + 1}`} title=${title} @click=${click}><span class="row-text">${line(a)}${line(b)}</span>${value}</button></li>`;
}

/** Rows of which the first are seen and the others can be unfolded. */
export function foldedRows(
  rows: readonly unknown[],
  shown: number,
  more: (n: number) => string,
): TemplateResult {
  const rest = rows.slice(shown);
  return html`<ul class="rows">${rows.slice(0, shown)}</ul>
    ${rest.length ? html`<details><summary>${more(rest.length)}</summary><ul class="rows">${rest}</ul></details>` : nothing}`;
}
