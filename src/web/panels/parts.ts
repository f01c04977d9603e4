import { batch } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { topicOf } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import { type IconName, icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import type { Stretch } from "./mark.ts";

/** A button with an icon; its name is heard and shown as a hint. */
export function iconButton(
  name: IconName,
  label: string,
  click: (event: Event) => void,
  pressed?: boolean,
): TemplateResult {
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)} ?data-on=${pressed === true} @click=${click}>${icon(name)}</button>`;
}

/** Text with its terms marked; every stretch is a text node. */
export function marked(stretches: readonly Stretch[]): TemplateResult[] {
  return stretches.map(({ text, term }) => (term < 0 ? html`${text}` : html`<mark>${text}</mark>`));
}

/** A dot in the colour of a topic. */
export function dot(topic: number): TemplateResult {
  return html`<span class="dot" .style=${tint(topic)} aria-hidden="true"></span>`;
}

/** One line on a paper: authors, venue, year. */
export function byline(i: number): string {
  const paper = state.atlas.value?.map.papers[i];
  if (!paper) return "";
  const [first, ...others] = paper.authors;
  const authors =
    first === undefined
      ? ""
      : others.length === 0
        ? first
        : others.length === 1
          ? `${first}, ${others[0]}`
          : `${first} et al.`;
  return [
    authors,
    paper.venue,
    paper.year,
    paper.citations === undefined ? "" : texts.card.cited(paper.citations),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A row is pointed at: the map shows which paper that is. */
function point(i: number | undefined): void {
  batch(() => {
    state.pointed.value = i;
    state.hover.value = i;
  });
}

/** A paper as a row that can be clicked. */
export function paperRow(
  i: number,
  click: () => void,
  extra: TemplateResult | "" = "",
  label?: string,
): TemplateResult {
  const atlas = state.atlas.value;
  const paper = atlas?.map.papers[i];
  if (!atlas || !paper) return html``;
  const line = byline(i) || (topicOf(atlas, i)?.name ?? texts.noTopic);
  return html`<button class="row" type="button" aria-label=${label ?? nothing} @click=${click}
      @pointerenter=${() => {
        point(i);
      }} @pointerleave=${() => {
        point(undefined);
      }}>
    ${dot(atlas.map.topic[i])}
    <span class="row-text"><span class="row-title">${paper.title || texts.papers.untitled}</span><span class="row-sub">${line}</span></span>
    ${extra}</button>`;
}

/** A bar for a share of 0 to 1. */
export function bar(share: number, topic?: number): TemplateResult {
  const width = `--share: ${Math.max(0.01, Math.min(1, share))}`;
  return html`<span class="bar" .style=${topic === undefined ? width : `${width}; ${tint(topic)}`} aria-hidden="true"></span>`;
}
