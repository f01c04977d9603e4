import { html, nothing, type TemplateResult } from "lit-html";
import { EDGE_KINDS, type EdgeKind, isDirected } from "../../model/edges.ts";
import type { TopicMap } from "../../model/map.ts";
import { MEASURES } from "../../model/measures.ts";
import { search } from "../ask/answers.ts";
import { measurePapers, measuresOf } from "../ask/measures.ts";
import {
  openLink,
  openTopic,
  setFilters,
  toggleFilter,
  toggleSelected,
  toggleStar,
} from "../page/actions.ts";
import { type Atlas, type Neighbour, neighboursBy, topicOf } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import { icon } from "../page/icons.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { citationsShown } from "../page/view.ts";
import { shaping } from "../shape/later.ts";
import { kindHint, kindName, texts } from "../texts/texts.ts";
import { markTerms } from "./mark.ts";
import { amount, button, foldedRows, marked, paperRow, titleOf } from "./parts.ts";
import { similarPapers } from "./similar-papers.ts";
import { topicReason } from "./topic-reason.ts";

const SHOWN = 8;
const AUTHORS = 8;

/** The card of a paper. */
export function paperCard(now: MapState, i: number): TemplateResult {
  const atlas = now.atlas.value;
  const { map } = atlas;
  const paper = map.papers[i];
  const t = texts.card;
  const line = [paper.venue, paper.year, paper.citations === undefined ? "" : t.cited(paper.citations)]
    .filter(Boolean)
    .join(" · ");
  return html`<article class="card" data-card="paper" .style=${tint(map.topic[i])}>
    ${topicLine(atlas, i)}
    <h2>${titleOf(atlas, i)}</h2>
    ${paper.authors.length ? html`<p class="authors">${authorsLine(paper.authors)}</p>` : nothing}
    ${line ? html`<p class="faint">${line}</p>` : nothing}
    ${actions(now, i)}
    ${inCitations(i)}
    ${shaping.value?.paperTools(now, i) ?? nothing}
    <section><h3>${t.abstract}</h3>
      ${paper.abstract ? html`<p class="abstract">${marked(markTerms(paper.abstract, map.terms[i]))}</p>` : html`<p class="faint">${t.noAbstract}</p>`}</section>
    ${chips(t.terms, map.terms[i], t.filterTerm, (term) => void search(term))}
    ${chips(t.concepts, map.concepts[i], t.filterConcept, (name) => toggleFilter("concepts", name), now.filters.value.concepts)}
    ${inGraph(map, i)}
    ${note(paper.identity)}
    ${topicReason(now, i)}
    ${neighbours(atlas, i)}
    ${similarPapers(atlas, i)}
  </article>`;
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
      ? html`<button type="button" class="chip solid" @click=${() => openTopic(topic.id, { remember: true })}>${topic.name}</button>
        <span>${texts.card.sure(map.confidence[i])}</span>${runnerUp ? html`<span class="faint">${texts.card.next}: ${runnerUp.name}</span>` : nothing}`
      : html`<span class="chip">${texts.noTopic}</span><span class="faint">${texts.noTopicHint}</span>`
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
  return html`<section><h3>${t.note}</h3><textarea rows="2" aria-label=${t.note} placeholder=${t.notePlaceholder} .value=${state.notes.value.get(identity) ?? ""}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLTextAreaElement;
        state.notes.value = new Map(state.notes.peek()).set(identity, value);
      }}></textarea></section>`;
}

/** What the citation view adds to the card: how far its past and future reach, and paths that begin or end here. */
function inCitations(i: number): TemplateResult | typeof nothing {
  const shown = citationsShown();
  return shown ? html`${shown.paperFlow(i)}<div class="card-actions">${shown.pathButtons(i)}</div>` : nothing;
}

function authorsLine(authors: readonly string[]): string {
  const shown = authors.slice(0, AUTHORS).join(", ");
  return authors.length > AUTHORS ? `${shown} ${texts.card.authors(authors.length - AUTHORS)}` : shown;
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
      html`<button type="button" class="chip" title=${hint(name)} aria-pressed=${on ? String(on.has(name)) : nothing} @click=${() => click(name)}>${name}</button>`,
  )}</div></section>`;
}

function neighbours(atlas: Atlas, i: number): TemplateResult {
  const groups = EDGE_KINDS.flatMap((kind) => {
    const all = neighboursBy(atlas, i, kind);
    if (!isDirected(kind)) return [{ kind, title: kindName[kind], rows: all }];
    const [to, from] =
      kind === "citation"
        ? [texts.card.cites, texts.card.citedBy]
        : [texts.card.mentions, texts.card.mentionedBy];
    return [
      { kind, title: to, rows: all.filter((row) => row.outgoing) },
      { kind, title: from, rows: all.filter((row) => !row.outgoing) },
    ];
  }).filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return html`<p class="faint">${texts.card.noNeighbours}</p>`;
  return html`${groups.map(({ kind, title, rows }) => neighbourGroup(atlas, i, kind, title, rows))}`;
}

function neighbourGroup(
  atlas: Atlas,
  i: number,
  kind: EdgeKind,
  title: string,
  rows: readonly Neighbour[],
): TemplateResult {
  const row = ({ paper, weight, outgoing }: Neighbour) =>
    html`<li>${paperRow(atlas, paper, {
      click: () => openLink(i, paper, { fly: true }),
      extra: isDirected(kind) ? "" : amount(weight, weight / rows[0].weight, atlas.map.topic[paper]),
      label: texts.card.why(titleOf(atlas, paper)),
    })}${kind === "mention" ? (outgoing ? mentionSentence(atlas, i, paper) : mentionSentence(atlas, paper, i)) : nothing}</li>`;
  return html`<section data-kind=${kind}><h3 title=${kindHint[kind]}>${title} <small>${rows.length}</small></h3>
    ${foldedRows(rows.map(row), SHOWN, texts.card.more)}</section>`;
}

/** The sentence in which one paper names the method of another, with the name marked. */
function mentionSentence(atlas: Atlas, from: number, to: number): TemplateResult | typeof nothing {
  const list = atlas.map.edges.find(({ kind }) => kind === "mention");
  const at = list?.source.findIndex((source, e) => source === from && list.target[e] === to) ?? -1;
  const mention = list?.mentions?.[at];
  return mention
    ? html`<q class="mention">${marked(markTerms(mention.sentence, [mention.name]))}</q>`
    : nothing;
}

/** Where the paper can be read: http or https only, whatever a file says. */
function safeLink(url: string | undefined, doi: string | undefined): string | undefined {
  if (url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  return doi ? `https://doi.org/${encodeURI(doi)}` : undefined;
}
