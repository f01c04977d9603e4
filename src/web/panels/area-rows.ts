import { html, nothing, type TemplateResult } from "lit-html";
import { areasOf } from "../../model/areas.ts";
import type { Topic } from "../../model/topic.ts";
import { setFilters } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { shownByTopic } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { shownOfAll } from "./facet.ts";
import { button } from "./parts.ts";

/** An area as a row of the list that its topics unfold from. */
export interface AreaRow {
  /** Names the row among those of the list. */
  readonly key: string;
  readonly name: string;
  /** The largest first. */
  readonly topics: readonly Topic[];
  readonly size: number;
  readonly isOpen: boolean;
}

/** The topics of each area, the largest area first, then those without one; undefined where the map has no areas. */
export function topicsByArea(now: MapState): AreaRow[] | undefined {
  const { mainTopics, map } = now.atlas.value;
  const areas = areasOf(map);
  if (!areas) return undefined;
  const open = now.openAreas.value;
  return [...areas.names, undefined]
    .map((area) => {
      const topics = mainTopics.filter((topic) => topic.area === area);
      const name = area ?? texts.topics.noArea;
      const size = topics.reduce((sum, topic) => sum + topic.size, 0);
      return { key: `area ${name}`, name, topics, size, isOpen: open.has(name) };
    })
    .filter(({ topics }) => topics.length > 0)
    .sort((a, b) => b.size - a.size);
}

/** @param stop the row that Tab reaches @param row makes that of a topic */
export function areaRow(
  now: MapState,
  { key, name, topics, size, isOpen }: AreaRow,
  stop: string,
  row: (topic: Topic) => TemplateResult,
): TemplateResult {
  const shown = shownByTopic(now);
  const passing = topics.reduce((sum, topic) => sum + shown(topic), 0);
  const toggle = (event: Event) => {
    const isNowOpen = (event.currentTarget as HTMLDetailsElement).open;
    const open = new Set(now.openAreas.peek());
    if (isNowOpen === open.has(name)) return;
    if (isNowOpen) open.add(name);
    else open.delete(name);
    now.openAreas.value = open;
  };
  return html`<details class="area" .open=${isOpen} @toggle=${toggle}><summary data-key=${key} tabindex=${key === stop ? 0 : -1} .style=${tint(topics[0].id)}>
    <span class="swatch"></span><span class="row-text"><span class="topic-name" dir="auto">${name}</span><span class="row-sub">${texts.topics.topicsIn(topics.length)}</span></span><small>${shownOfAll(passing, size)}<span class="unseen"> ${texts.topics.papers(size)}</span></small></summary>
    ${isOpen ? html`<p class="list-hint">${button(texts.topics.onlyThese, () => setFilters({ topics: new Set(topics.map(({ id }) => id)) }), { kind: "quiet" })}</p><ul class="topics">${topics.map(row)}</ul>` : nothing}</details>`;
}
