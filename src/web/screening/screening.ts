import { html, nothing, type TemplateResult } from "lit-html";
import { decisionsByTopic, nearDuplicates, pockets } from "../../explain/screening.ts";
import { oncePer } from "../../kernel/once.ts";
import { DECISIONS, type Decision, decisionCounts, decisionsOf } from "../../model/decision.ts";
import type { TopicMap } from "../../model/map.ts";
import type { Atlas } from "../../view/atlas.ts";
import { answerTo } from "../ask/answers.ts";
import { download, fileName } from "../output/save.ts";
import { openLink, openTopic } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { amount, button, dot, foldedRows, pairRow, paperRow, titleOf } from "../panels/parts.ts";
import { edit } from "../shape/edit.ts";
import { screeningTexts as t } from "../texts/screening.ts";

/** Papers that are ranked, and rows of each list that are seen at once. */
const RANKED = 30;
const SHOWN = 8;
/** Pairs are shown up to this many. */
const TWINS = 40;

/** What the panel and the cards say of a map: found once, not whenever they are drawn. */
const decisionsIn = oncePer((map: TopicMap) => decisionsOf(map));
const countsIn = oncePer(decisionsByTopic);
const pocketsIn = oncePer(pockets);
const alikeIn = oncePer(nearDuplicates);
const placesIn = oncePer(({ papers }: TopicMap) => new Map(papers.map(({ identity }, i) => [identity, i])));

const answer = answerTo("unseen", (now) =>
  now.tab.value === "screening" && now.focus.value.kind === "none"
    ? { most: RANKED, decisions: [...decisionsIn(now.atlas.value.map)] }
    : undefined,
);

/** Takes a decision on a paper, as an edit that can be taken back. */
export async function decide(now: MapState, paper: number, decision: Decision): Promise<void> {
  const { map } = now.atlas.peek();
  if (DECISIONS[decisionsIn(map)[paper]] === decision) return;
  await edit({ type: "decide", papers: [map.papers[paper].identity], decision });
}

/** The decision on a paper, to be changed. */
export function paperDecision(now: MapState, i: number): TemplateResult {
  return html`<section data-section="decision"><h3>${t.title}</h3>${choices(now, i)}</section>`;
}

function choices(now: MapState, i: number): TemplateResult {
  const made = DECISIONS[decisionsIn(now.atlas.value.map)[i]];
  return html`<div class="card-actions" role="group" aria-label=${t.title}>${DECISIONS.map((decision) =>
    button(t.decisions[decision], () => void decide(now, i, decision), {
      pressed: decision === made,
      title: `${t.decisions[decision]} (${t.keys[decision]})`,
    }),
  )}</div>`;
}

/** The decisions in a topic, counted. */
export function topicDecisions(now: MapState, id: number): TemplateResult {
  const { counts, share } = countsIn(now.atlas.value.map)[id];
  return html`<p class="faint" data-decisions=${counts.join(" ")}>${countText(counts, share)}</p>`;
}

function countText(counts: readonly number[], share?: number): string {
  const parts = DECISIONS.flatMap((decision, k) =>
    counts[k] > 0 ? [t.part(counts[k], t.counted[decision])] : [],
  );
  return t.counts(parts, share);
}

/** What is to be looked at next, what nobody has looked at, what is there twice, and the way out. */
export function screeningPanel(now: MapState): TemplateResult {
  const atlas = now.atlas.value;
  const counts = decisionCounts(atlas.map);
  return html`<div class="scroll screening"><p class="list-hint" data-decisions=${counts.join(" ")}>${countText(counts)}</p>
    ${ranking(now, counts[0])}${unlooked(atlas.map)}${twins(atlas)}${ways(atlas.map)}</div>`;
}

function ranking(now: MapState, included: number): TemplateResult {
  const found = answer.value;
  const atlas = now.atlas.value;
  const text = (message: string) => html`<p class="faint" role="status">${message}</p>`;
  const list =
    included === 0
      ? text(t.noSeed)
      : found.kind === "failed"
        ? text(whyInParts() ?? t.failed)
        : found.kind !== "found"
          ? text(t.waiting)
          : found.value.length === 0
            ? text(t.allSeen)
            : foldedRows(
                found.value.map(({ paper, nearness, terms, nearest, cosine, cited }) => {
                  const why = t.reason(terms.join(", "), cosine, titleOf(atlas, nearest), cited);
                  return html`<li data-candidate=${paper}>${paperRow(atlas, paper, {
                    extra: amount(nearness, nearness / found.value[0].nearness, atlas.map.topic[paper]),
                  })}<div class="under-row"><button type="button" class="link" @click=${() => openLink(paper, nearest)}>${why}</button><div class="chips">${quick(now, paper, "included")}${quick(now, paper, "excluded")}</div></div></li>`;
                }),
                SHOWN,
                t.unseen,
              );
  return html`<section data-section="next"><h3 title=${t.nextHint}>${t.next}</h3>${list}</section>`;
}

function quick(now: MapState, paper: number, decision: Decision): TemplateResult {
  const label = `${t.decisions[decision]}: ${titleOf(now.atlas.value, paper)}`;
  return html`<button type="button" class="chip" aria-label=${label} @click=${() => void decide(now, paper, decision)}>${t.decisions[decision]}</button>`;
}

function unlooked(map: TopicMap): TemplateResult | typeof nothing {
  const found = pocketsIn(map);
  if (found.length === 0 || found.length === map.topics.filter(({ parent }) => parent === undefined).length)
    return nothing;
  return html`<section data-section="pockets"><h3>${t.pockets}</h3>${foldedRows(
    found.map((id) => {
      const { name, size } = map.topics[id];
      const open = () => openTopic(id, { remember: true });
      return html`<li><button type="button" class="row" @click=${open}>${dot(id)}<span class="row-title">${name}</span><small>${t.unseen(size)}</small></button></li>`;
    }),
    SHOWN,
    (n) => `+ ${n}`,
  )}</section>`;
}

/** Records that were kept apart though they are alike, then papers whose words are nearly the same. */
function twins(atlas: Atlas): TemplateResult | typeof nothing {
  const { map } = atlas;
  const apart = (state.summary.value?.matches ?? []).flatMap(({ merged, record, paper }) => {
    const other = placesIn(map).get(record);
    return merged || other === undefined || other === paper
      ? []
      : [{ pair: [paper, other] as const, cosine: 1 }];
  });
  const nameOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const names = new Set(apart.map(({ pair }) => nameOf(...pair)));
  const alike = alikeIn(map).filter(({ pair }) => !names.has(nameOf(...pair)));
  const found = [...apart, ...alike].slice(0, TWINS);
  if (found.length === 0) return nothing;
  return html`<section data-section="twins"><h3 title=${t.twinsHint}>${t.twins}</h3>${foldedRows(
    found.map(({ pair: [a, b], cosine }) =>
      pairRow(atlas, [a, b], amount(cosine), t.compare, () => openLink(a, b)),
    ),
    SHOWN,
    (n) => `+ ${n}`,
  )}</section>`;
}

/** Writers, loaded when a file is wanted: what its name ends in, and its text. */
const FILES: Readonly<
  Record<keyof typeof t.files, { readonly end: string; write(map: TopicMap): Promise<Iterable<string>> }>
> = {
  asreview: {
    end: "asreview.csv",
    write: async (map) => (await import("../../export/asreview.ts")).toAsreviewCsv(map),
  },
  ris: { end: "ris", write: async (map) => (await import("../../export/ris.ts")).toRis(map) },
  csv: { end: "csv", write: async (map) => (await import("../../export/csv.ts")).toNodesCsv(map) },
  flow: { end: "flow.svg", write: async (map) => (await import("../../export/flow-svg.ts")).toFlowSvg(map) },
};

function ways(map: TopicMap): TemplateResult {
  const kinds = Object.keys(FILES) as (keyof typeof FILES)[];
  return html`<section data-section="save"><h3>${t.save}</h3><div class="card-actions">${kinds.map((kind) => {
    const { end, write } = FILES[kind];
    const [label, title] = t.files[kind];
    return button(label, async () => download(await write(map), `${fileName()}.${end}`), { title });
  })}</div></section>`;
}
