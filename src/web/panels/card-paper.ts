import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { TopicMap } from "../../model/map.ts";
import { tagList } from "../../model/marks.ts";
import { MEASURES } from "../../model/measures.ts";
import { type Atlas, topicOf } from "../../view/atlas.ts";
import { search } from "../ask/answers.ts";
import { measurePapers, measuresOf } from "../ask/measures.ts";
import { openTopic, setFilters, toggleSelected, toggleStar } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { lacksAbstract } from "../page/coming.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { citationsShown } from "../page/view.ts";
import { screeningOf } from "../screening/later.ts";
import { shaping } from "../shape/later.ts";
import { texts } from "../texts/texts.ts";
import { moreFields } from "./card-fields.ts";
import { linkTabs, nearest } from "./card-links.ts";
import { showOnly } from "./facet-list.ts";
import { markTerms } from "./mark.ts";
import { button, marked, titleOf } from "./parts.ts";

const AUTHORS = 8;

/** The paper whose abstract is seen whole. */
const unfolded = perMap(() => signal(-1));
/** About what four lines of the panel hold; a shorter abstract is never folded. */
const FOLDED = 150;

/** The card of a paper, in the order one reads: what it is, the nearest, the abstract, then its links. */
export function paperCard(now: MapState, i: number): TemplateResult {
  const atlas = now.atlas.value;
  const { map } = atlas;
  const t = texts.card;
  return html`<article class="card" data-card="paper" .style=${tint(map.topic[i])}>
    ${topicLine(atlas, i)}
    <h2 dir="auto">${titleOf(atlas, i)}</h2>
    ${source(now, i)}
    ${nearest(now, i)}
    ${screeningOf(now)?.paperDecision(now, i) ?? nothing}
    ${actions(now, i)}
    ${inCitations(i)}
    ${abstract(now, i)}
    ${chips(t.terms, map.terms[i], t.filterTerm, (term) => void search(term))}
    ${chips(t.concepts, map.concepts[i], t.filterConcept, (name) => showOnly("concepts", name), now.filters.value.concepts)}
    ${moreFields(map, i)}
    ${note(map.papers[i].identity)}
    ${linkTabs(now, i, inGraph(map, i))}
    ${shaping.value?.paperTools(now, i) ?? nothing}
  </article>`;
}

/** Authors, venue and year, each a link that shows only its papers. */
function source(now: MapState, i: number): TemplateResult {
  const { authors, venue, year, citations } = now.atlas.value.map.papers[i];
  const filters = now.filters.value;
  const t = texts.card;
  const link = (what: string, isOn: boolean, choose: () => void) =>
    html`<button type="button" class="link" title=${t.only(what)} aria-pressed=${String(isOn)} @click=${choose}>${what}</button>`;
  const shown = authors.slice(0, AUTHORS);
  const isYear = year !== undefined && filters.years?.[0] === year && filters.years[1] === year;
  const line = [
    venue ? link(venue, filters.venues.has(venue), () => showOnly("venues", venue)) : undefined,
    year === undefined
      ? undefined
      : link(String(year), isYear, () => setFilters({ years: isYear ? undefined : [year, year] })),
    citations === undefined ? undefined : html`<span>${t.cited(citations)}</span>`,
  ].filter((part) => part !== undefined);
  return html`${
    shown.length
      ? html`<p class="authors">${shown.map((name, k) => html`${k > 0 ? ", " : ""}${link(name, filters.authors.has(name), () => showOnly("authors", name))}`)} ${authors.length > AUTHORS ? t.authors(authors.length - AUTHORS) : nothing}</p>`
      : nothing
  }${line.length ? html`<p class="source">${line.map((part, k) => html`${k > 0 ? " · " : ""}${part}`)}</p>` : nothing}`;
}

function abstract(now: MapState, i: number): TemplateResult {
  const t = texts.card;
  const { map } = now.atlas.value;
  const { abstract: text } = map.papers[i];
  const open = unfolded(now);
  const isComing = lacksAbstract(i);
  const isFolded = text.length > FOLDED && open.value !== i;
  return html`<section data-section="abstract"><h3>${t.abstract}</h3>${
    text
      ? html`<p class="abstract" dir="auto" ?data-folded=${isFolded}>${marked(markTerms(text, map.terms[i]))}</p>`
      : html`<p class="faint">${isComing ? texts.coming.abstract : map.withheld ? t.withheld : t.noAbstract}</p>`
  }${
    text.length > FOLDED
      ? html`<button type="button" class="link more" aria-expanded=${String(!isFolded)} @click=${() => {
          open.value = isFolded ? i : -1;
        }}>${isFolded ? t.unfold : t.fold}</button>`
      : nothing
  }</section>`;
}

/** What is measured of a paper in the graph, or the way to it. */
function inGraph(map: TopicMap, i: number): TemplateResult {
  const t = texts.measures;
  const measures = measuresOf(map);
  return html`<section data-section="measures"><h3>${t.title}</h3>${
    measures
      ? html`<dl class="measures">${MEASURES.map((name) => html`<div><dt>${t.names[name]}</dt><dd data-measure=${name}>${measures.columns[name][i]}</dd></div>`)}</dl>`
      : button(t.ask, () => void measurePapers(map), { kind: "quiet", title: t.hint })
  }</section>`;
}

function topicLine(atlas: Atlas, i: number): TemplateResult {
  const { map } = atlas;
  const topic = topicOf(atlas, i);
  const runnerUp = map.topics[map.runnerUp[i]];
  return html`<p class="topic-line">${
    topic
      ? html`<button type="button" class="chip solid" dir="auto" @click=${() => openTopic(topic.id, { remember: true })}>${topic.name}</button>
        <span>${texts.card.sure(map.confidence[i])}</span>${runnerUp ? html`<span class="faint">${texts.card.next}: ${runnerUp.name}</span>` : nothing}`
      : html`<span class="chip" dir="auto">${texts.noTopic}</span><span class="faint">${texts.noTopicHint}</span>`
  }</p>`;
}

function actions(now: MapState, i: number): TemplateResult {
  const t = texts.card;
  const { url, doi, identity } = now.atlas.value.map.papers[i];
  const link = safeLink(url, doi);
  const isStarred = state.stars.value.has(identity);
  const isSelected = now.selection.value.has(i);
  const { around } = now.filters.value;
  return html`<div class="card-actions">
      ${link ? html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer">${icon("external")}<span>${t.open}</span></a>` : nothing}
      ${button(isStarred ? t.starred : t.star, () => toggleStar(i), { icon: "star", pressed: isStarred, title: t.star })}
      ${button(isSelected ? t.selected : t.select, () => toggleSelected(i), { icon: "check", pressed: isSelected, title: t.select })}
      ${t.steps.map((label, k) =>
        button(label, () => setFilters({ around: { paper: i, steps: k + 1 } }), {
          icon: "steps",
          pressed: around?.paper === i && around.steps === k + 1,
          title: t.stepsHint(k + 1),
        }),
      )}
    </div>`;
}

function note(identity: string): TemplateResult {
  const t = texts.card;
  return html`<section><h3>${t.note}</h3><textarea rows="1" aria-label=${t.note} placeholder=${t.notePlaceholder} .value=${state.notes.value.get(identity) ?? ""}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLTextAreaElement;
        state.notes.value = new Map(state.notes.peek()).set(identity, value);
      }}></textarea>
    <input type="text" class="tags" aria-label=${t.tags} placeholder=${t.tagsPlaceholder} .value=${(state.tags.value.get(identity) ?? []).join(", ")}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        state.tags.value = new Map(state.tags.peek()).set(identity, tagList(value.split(",")));
      }} /></section>`;
}

/** What the citation view adds to the card: how far its past and future reach, and paths that begin or end here. */
function inCitations(i: number): TemplateResult | typeof nothing {
  const shown = citationsShown();
  return shown ? html`${shown.paperFlow(i)}<div class="card-actions">${shown.pathButtons(i)}</div>` : nothing;
}

function chips(
  title: string,
  names: readonly string[],
  hint: (name: string) => string,
  click: (name: string) => void,
  on?: ReadonlySet<string>,
): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  return html`<section><h3>${title}</h3><div class="chips">${names.map(
    (name) =>
      html`<button type="button" class="chip" dir="auto" title=${hint(name)} aria-pressed=${on ? String(on.has(name)) : nothing} @click=${() => click(name)}>${name}</button>`,
  )}</div></section>`;
}

/** Where the paper can be read: http or https only, whatever a file says. */
function safeLink(url: string | undefined, doi: string | undefined): string | undefined {
  if (url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  return doi ? `https://doi.org/${encodeURI(doi)}` : undefined;
}
