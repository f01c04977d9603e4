import { html, nothing, type TemplateResult } from "lit-html";
import { EDGE_KINDS, type EdgeKind, isDirected } from "../../model/edges.ts";
import { search } from "../ask/work.ts";
import { flipped, openLink, openTopic, setFilters, toggleConcept, toggleSelected } from "../page/actions.ts";
import { type Atlas, type Neighbour, neighboursBy, topicOf } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { citations, view } from "../page/view.ts";
import { shaping } from "../shape/later.ts";
import { kindHint, kindName, texts, weight } from "../texts/texts.ts";
import { markTerms } from "./mark.ts";
import { mentionSentence } from "./mention-row.ts";
import { bar, marked, paperRow } from "./parts.ts";
import { similarPapers } from "./similar-papers.ts";
import { topicReason } from "./topic-reason.ts";

const SHOWN = 8;

/** The card of a paper. */
export function paperCard(atlas: Atlas, i: number): TemplateResult {
  const { map } = atlas;
  const paper = map.papers[i];
  const t = texts.card;
  const topic = topicOf(atlas, i);
  const runnerUp = map.topics[map.runnerUp[i]];
  const line = [paper.venue, paper.year, paper.citations === undefined ? "" : t.cited(paper.citations)]
    .filter(Boolean)
    .join(" · ");
  const link = safeLink(paper.url, paper.doi);
  return html`<article class="card" data-card="paper" .style=${tint(map.topic[i])}>
    <p class="topic-line">${
      topic
        ? html`<button type="button" class="chip solid" @click=${() => openTopic(topic.id, { remember: true })}>${topic.name}</button>
          <span>${t.sure(map.confidence[i])}</span>${runnerUp ? html`<span class="faint">${t.next}: ${runnerUp.name}</span>` : nothing}`
        : html`<span class="chip">${texts.noTopic}</span><span class="faint">${texts.noTopicHint}</span>`
    }</p>
    <h2>${paper.title || texts.papers.untitled}</h2>
    ${paper.authors.length ? html`<p class="authors">${authorsLine(paper.authors)}</p>` : nothing}
    ${line ? html`<p class="faint">${line}</p>` : nothing}
    <div class="card-actions">
      ${link ? html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer">${icon("external")}<span>${t.open}</span></a>` : nothing}
      ${toggle("star", t.star, t.starred, state.stars.value.has(paper.identity), () => {
        state.stars.value = flipped(state.stars.peek(), paper.identity);
      })}
      ${toggle("check", t.select, t.selected, state.selection.value.has(i), () => toggleSelected(i))}
      ${t.steps.map((label, k) =>
        toggle(
          "steps",
          label,
          label,
          state.filters.value.around?.paper === i && state.filters.value.around.steps === k + 1,
          () => setFilters({ around: { paper: i, steps: k + 1 } }),
          t.stepsHint(k + 1),
        ),
      )}
    </div>
    ${inCitations(i)}
    ${shaping.value?.paperTools(atlas, i) ?? nothing}
    <section><h3>${t.abstract}</h3>
      ${paper.abstract ? html`<p class="abstract">${marked(markTerms(paper.abstract, map.terms[i]))}</p>` : html`<p class="faint">${t.noAbstract}</p>`}</section>
    ${chips(
      t.terms,
      map.terms[i],
      (term) => t.filterTerm(term),
      (term) => void search(term),
    )}
    ${chips(t.concepts, map.concepts[i], (name) => t.filterConcept(name), toggleConcept, state.filters.value.concepts)}
    <section><h3>${t.note}</h3><textarea rows="2" aria-label=${t.note} placeholder=${t.notePlaceholder} .value=${state.notes.value.get(paper.identity) ?? ""}
      @change=${(event: Event) => {
        state.notes.value = new Map(state.notes.peek()).set(
          paper.identity,
          (event.target as HTMLTextAreaElement).value,
        );
      }}></textarea></section>
    ${topicReason(atlas, i)}
    ${neighbours(atlas, i)}
    ${similarPapers(atlas, i)}
  </article>`;
}

/** What the citation view adds to the card: how far its past and future reach, and paths that begin or end here. */
function inCitations(i: number): TemplateResult | typeof nothing {
  const shown = view.value === "citations" ? citations.value : undefined;
  return shown ? html`${shown.paperFlow(i)}<div class="card-actions">${shown.pathButtons(i)}</div>` : nothing;
}

function toggle(
  name: "star" | "check" | "steps",
  off: string,
  on: string,
  is: boolean,
  click: () => void,
  hint = off,
): TemplateResult {
  return html`<button class="button" type="button" aria-pressed=${String(is)} title=${hint} @click=${click}>${icon(name)}<span>${is ? on : off}</span></button>`;
}

function authorsLine(authors: readonly string[]): string {
  const shown = authors.slice(0, 8).join(", ");
  return authors.length > 8 ? `${shown} ${texts.card.authors(authors.length - 8)}` : shown;
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
  const row = ({ paper, weight: value, outgoing }: Neighbour) =>
    html`<li>${paperRow(
      paper,
      () => openLink(i, paper, { fly: true }),
      isDirected(kind)
        ? html``
        : html`<span class="amount">${bar(value / rows[0].weight, atlas.map.topic[paper])}<small>${weight(value)}</small></span>`,
      texts.card.why(atlas.map.papers[paper].title),
    )}${kind === "mention" ? mentionSentence(atlas, ...(outgoing ? ([i, paper] as const) : ([paper, i] as const))) : nothing}</li>`;
  const rest = rows.slice(SHOWN);
  return html`<section data-kind=${kind}><h3 title=${kindHint[kind]}>${title} <small>${rows.length}</small></h3>
    <ul class="rows">${rows.slice(0, SHOWN).map(row)}</ul>
    ${rest.length ? html`<details><summary>${texts.card.more(rest.length)}</summary><ul class="rows">${rest.map(row)}</ul></details>` : nothing}</section>`;
}

/** Where the paper can be read: http or https only, whatever a file says. */
function safeLink(url: string | undefined, doi: string | undefined): string | undefined {
  if (url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  return doi ? `https://doi.org/${encodeURI(doi)}` : undefined;
}
