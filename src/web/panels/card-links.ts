import { html, nothing, type TemplateResult } from "lit-html";
import { EDGE_KINDS, type EdgeKind, isDirected } from "../../model/edges.ts";
import { type Atlas, type Neighbour, neighboursBy, neighbourWalk } from "../../view/atlas.ts";
import { openLink } from "../page/actions.ts";
import { lacksLinks } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { kindHint, kindName, texts } from "../texts/texts.ts";
import { type CardTab, cardTab } from "./card-tab.ts";
import { markTerms } from "./mark.ts";
import { amount, foldedRows, marked, paperRow, tabs, titleOf } from "./parts.ts";
import { similarPapers } from "./similar-papers.ts";
import { topicReason } from "./topic-reason.ts";

const SHOWN = 8;
const NEAREST = 3;

/** The papers most strongly linked, in sight at once. */
export function nearest(now: MapState, i: number): TemplateResult | typeof nothing {
  const atlas = now.atlas.value;
  const papers = neighbourWalk(atlas, i, now.filters.value.hiddenKinds).slice(0, NEAREST);
  if (papers.length === 0) return nothing;
  const weights = new Map(neighboursBy(atlas, i, "keyword").map(({ paper, weight }) => [paper, weight]));
  return html`<section data-section="nearest"><h3>${texts.card.nearest}</h3><ul class="rows">${papers.map(
    (paper) => {
      const weight = weights.get(paper);
      return html`<li>${linkRow(atlas, i, paper, weight === undefined ? "" : amount(weight, weight, atlas.map.topic[paper]))}</li>`;
    },
  )}</ul></section>`;
}

/** A linked paper; a click shows why it is linked. */
function linkRow(atlas: Atlas, i: number, paper: number, extra: unknown): TemplateResult {
  return paperRow(atlas, paper, {
    click: () => openLink(i, paper, { fly: true }),
    extra,
    hint: texts.card.why(titleOf(atlas, paper)),
  });
}

interface Group {
  readonly kind: EdgeKind;
  readonly title: string;
  readonly rows: readonly Neighbour[];
}

/** What the card says of a paper's links, in tabs: similar ones, what it cites, what cites it, why it is in its topic. */
export function linkTabs(now: MapState, i: number, rest: TemplateResult): TemplateResult {
  const t = texts.card;
  const atlas = now.atlas.value;
  const groups: Record<Exclude<CardTab, "why">, Group[]> = { similar: [], cites: [], citedBy: [] };
  for (const kind of EDGE_KINDS) {
    const all = neighboursBy(atlas, i, kind);
    if (!isDirected(kind)) groups.similar.push({ kind, title: kindName[kind], rows: all });
    else {
      const [to, from] = kind === "citation" ? [t.cites, t.citedBy] : [t.mentions, t.mentionedBy];
      groups.cites.push({ kind, title: to, rows: all.filter(({ outgoing }) => outgoing) });
      groups.citedBy.push({ kind, title: from, rows: all.filter(({ outgoing }) => !outgoing) });
    }
  }
  const size = (tab: "cites" | "citedBy") => groups[tab].reduce((sum, { rows }) => sum + rows.length, 0);
  const options: (readonly [CardTab, unknown])[] = [
    ["similar", t.similar],
    ...(["cites", "citedBy"] as const)
      .filter((tab) => size(tab) > 0)
      .map((tab) => [tab, html`${t[tab]} <small>${size(tab)}</small>`] as const),
    ["why", t.whyHere],
  ];
  const wanted = cardTab(now).value;
  const tab = options.some(([name]) => name === wanted) ? wanted : "similar";
  const choose = (next: CardTab) => {
    cardTab(now).value = next;
  };
  const list = (name: Exclude<CardTab, "why">) =>
    groups[name].filter(({ rows }) => rows.length > 0).map((group) => linkGroup(atlas, i, group));
  const isAlone = neighbourWalk(atlas, i, new Set()).length === 0;
  const similar = () =>
    html`${isAlone ? html`<p class="faint">${lacksLinks(i) ? texts.coming.links : t.noNeighbours}</p>` : list("similar")}${similarPapers(now, i)}`;
  return html`${tabs(options, tab, choose, { label: t.tabs, pane: "card-pane", prefix: "card-tab" })}
    <div id="card-pane" role="tabpanel" aria-labelledby=${`card-tab-${tab}`}>
      ${tab === "why" ? html`${topicReason(now, i)}${rest}` : tab === "similar" ? similar() : list(tab)}</div>`;
}

function linkGroup(atlas: Atlas, i: number, { kind, title, rows }: Group): TemplateResult {
  const row = ({ paper, weight, outgoing }: Neighbour) =>
    html`<li>${linkRow(atlas, i, paper, isDirected(kind) ? "" : amount(weight, weight / rows[0].weight, atlas.map.topic[paper]))}${
      kind === "mention"
        ? outgoing
          ? mentionSentence(atlas, i, paper)
          : mentionSentence(atlas, paper, i)
        : nothing
    }</li>`;
  return html`<section data-kind=${kind}><h3 title=${kindHint[kind]}>${title} <small>${rows.length}</small></h3>
    ${foldedRows(rows.map(row), SHOWN, texts.card.more)}</section>`;
}

/** The sentence in which one paper names the method of another, with the name marked. */
function mentionSentence(atlas: Atlas, from: number, to: number): TemplateResult | typeof nothing {
  const list = atlas.map.edges.find(({ kind }) => kind === "mention");
  const at = list?.source.findIndex((source, e) => source === from && list.target[e] === to) ?? -1;
  const mention = list?.mentions?.[at];
  return mention?.sentence
    ? html`<q class="mention" dir="auto">${marked(markTerms(mention.sentence, [mention.name]))}</q>`
    : nothing;
}
