import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { TopicMap } from "../../model/map.ts";
import { paletteColors } from "../../scene/palette.ts";
import type { Part } from "../../shape/edits.ts";
import { referTo } from "../../shape/topic-ref.ts";
import { askWorker } from "../ask/client.ts";
import { tell } from "../page/actions.ts";
import { shownTint } from "../page/colors.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { button, choice } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";
import { edit } from "./edit.ts";
import { nameForm } from "./name-form.ts";

/** Colours of the palette that are offered: the hues and their first shades. */
const SWATCHES = 20;
/** Fewer papers have no halves to speak of: those to split off are to be selected. */
const LEAST_HALVED = 4;
/** The larger part goes on under the name of the topic when it has this share of its papers. */
const SAME_NAME = 0.7;

/** What is open in the tools: the topic (by its name, which tells it from others) whose name or colour is being chosen. */
const open = perMap(() =>
  signal<{ readonly own: string; readonly what: "name" | "color" } | undefined>(undefined),
);

/** What can be corrected about a topic, on its card. */
export function topicTools(now: MapState, id: number): TemplateResult {
  const { map } = now.atlas.value;
  const topic = map.topics[id];
  const t = shapeTexts.topic;
  const own = `${id} ${topic.name}`;
  const chosen = open(now).value?.own === own ? open(now).value?.what : undefined;
  const others = map.topics.filter((other) => other.id !== id && other.parent === topic.parent);
  const merge = (other: number) =>
    other < 0 || void edit({ type: "merge", topics: [referTo(map, id), referTo(map, other)] });
  return html`<details class="tools-box" ?open=${chosen !== undefined}><summary>${t.tools}</summary>
    ${chosen === "name" ? nameForm(now, id, () => (open(now).value = undefined)) : firstTools(now, own, chosen === "color")}
    ${chosen === "color" ? swatches(map, id) : nothing}
    <div class="tool-row">
    ${
      others.length > 0
        ? tool(t.merge, [[-1, t.mergeNone], ...others.map(({ id, name }) => [id, name] as const)], -1, merge)
        : nothing
    }
    ${topic.parent === undefined && topic.size > 1 ? splitting(now, id) : nothing}</div></details>`;
}

function firstTools(now: MapState, own: string, isColoring: boolean): TemplateResult {
  const t = shapeTexts.topic;
  const rename = () => {
    open(now).value = { own, what: "name" };
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(".inline-form input")?.select());
  };
  const color = () => {
    open(now).value = isColoring ? undefined : { own, what: "color" };
  };
  return html`<div class="card-actions">${button(t.rename, rename)}${button(t.color, color, { pressed: isColoring })}</div>`;
}

function swatches(map: TopicMap, id: number): TemplateResult {
  const recolour = (color: string) => void edit({ type: "recolour", topic: referTo(map, id), color });
  const current = map.topics[id].color;
  return html`<div class="swatches" role="group" aria-label=${shapeTexts.topic.color}>${paletteColors()
    .slice(0, SWATCHES)
    .map(
      (color) =>
        html`<button type="button" aria-label=${color} aria-pressed=${String(color === current)} .style=${shownTint(color)} @click=${() => recolour(color)}></button>`,
    )}<label class="other-color"><span>${shapeTexts.topic.otherColor}</span><input type="color" .value=${current} @change=${(event: Event) => recolour((event.target as HTMLInputElement).value)} /></label></div>`;
}

function splitting(now: MapState, id: number): TemplateResult {
  const t = shapeTexts.topic;
  const ways = waysToSplit(now, id);
  return ways.length > 0
    ? tool(t.split, [["", t.splitNone], ...ways], "", (way) => way === "" || split(now, id, way))
    : html`<p class="tool-select"><span>${t.split}</span><small>${t.splitHint}</small></p>`;
}

function waysToSplit(now: MapState, id: number): (readonly [string, string])[] {
  const t = shapeTexts.topic;
  const { map } = now.atlas.value;
  const subtopics = map.topics.filter(({ parent }) => parent === id);
  const selected = selectedIn(now, id);
  return [
    ...(subtopics.length > 1 ? [["sub", t.splitSubtopics(subtopics.length)] as const] : []),
    ...(selected.length > 0 && selected.length < map.topics[id].size
      ? [["selected", t.splitSelected(selected.length)] as const]
      : []),
    ...(map.topics[id].size >= LEAST_HALVED ? [["two", t.splitTwo] as const] : []),
  ];
}

function selectedIn({ atlas, selection }: MapState, id: number): number[] {
  const { map } = atlas.value;
  return [...selection.value].filter((i) => map.topic[i] === id).sort((a, b) => a - b);
}

async function split(now: MapState, id: number, way: string): Promise<void> {
  const { map } = now.atlas.peek();
  const identities = (papers: readonly number[]) => papers.map((i) => map.papers[i].identity);
  const papers = [...map.topic.keys()].filter((i) => map.topic[i] === id);
  let parts: readonly Part[] | undefined;
  if (way === "sub") {
    const own: Part[] = map.topics
      .filter(({ parent }) => parent === id)
      .map(({ id: s, name }) => ({ name, papers: identities(papers.filter((i) => map.subtopic[i] === s)) }));
    const rest = papers.filter((i) => map.subtopic[i] < 0);
    if (rest.length > 0)
      own.push({ name: `${map.topics[id].name}: ${shapeTexts.topic.rest}`, papers: identities(rest) });
    parts = own;
  } else if (way === "selected") {
    const off = new Set(selectedIn(now, id));
    parts = [
      { name: map.topics[id].name, papers: identities(papers.filter((i) => !off.has(i))) },
      { papers: identities([...off]) },
    ];
  } else {
    const halves = await askWorker("halves", { topic: id }).catch(() => undefined);
    parts = halves?.map((part) =>
      part.papers.length < SAME_NAME * papers.length ? part : { ...part, name: map.topics[id].name },
    );
  }
  if (parts) void edit({ type: "split", topic: referTo(map, id), parts });
  else tell(shapeTexts.topic.cannotSplit);
}

/** The topic of a paper, to be changed. */
export function paperTools(now: MapState, i: number): TemplateResult {
  const { map, mainTopics } = now.atlas.value;
  if (mainTopics.length === 0) return html``;
  const t = shapeTexts.paper;
  const topics = mainTopics.map(({ id, name }) => [id, name] as const);
  const none = map.topic[i] < 0 ? [[-1, ""] as const] : [];
  const move = (to: number) =>
    to < 0 || void edit({ type: "move", papers: [map.papers[i].identity], to: referTo(map, to) });
  return html`<div class="paper-topic" title=${t.moveHint}>${tool(t.move, [...none, ...topics], Math.max(-1, map.topic[i]), move)}</div>`;
}

/** A list under a name, of which something is chosen. */
function tool<T extends string | number>(
  label: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  act: (value: T) => void,
): TemplateResult {
  return html`<label class="tool-select"><span>${label}</span>${choice(options, chosen, act)}</label>`;
}
