import { html, nothing, svg, type TemplateResult } from "lit-html";
import { oncePer } from "../../../kernel/once.ts";
import type { TimeEvent } from "../../../time/windows/story.ts";
import type { TimeWindows, WindowTopic } from "../../../time/windows/windows.ts";
import { select } from "../../page/actions.ts";
import { tint } from "../../page/colors.ts";
import type { MapState } from "../../page/map-state.ts";
import { windowTexts as t } from "../../texts/windows.ts";
import { answered } from "./answered.ts";
import { figure, room } from "./figure.ts";
import { layWindows, type WindowLayout } from "./lay-windows.ts";

/** Pixels of a window with its names, and of a topic's bar. */
const COLUMN = 190;
const BAR = 10;
const HEAD = 20;
/** What leads from one topic to another is drawn from this share of either on: less is a web that nobody reads. */
const LEAST = 0.2;

/** Windows of years, each clustered anew: topics as bars, what leads from one to the next, and what became of them. */
export function windowsMode(now: MapState): TemplateResult {
  return answered(now, "windows", t, (found) =>
    found.windows.length === 0
      ? html`<p class="empty">${t.none}</p>`
      : html`<div class="windows">${picture(found)}${eventList(found)}</div>`,
  );
}

const laid = oncePer((found: TimeWindows) => layWindows(found));

function picture(found: TimeWindows): TemplateResult {
  const [width, height] = room.value;
  const { first } = found.years;
  const column = Math.max(COLUMN, width / found.windows.length);
  const layout = laid(found);
  const scale = Math.max(0.05, (height - HEAD - 8) / layout.height);
  const x = (w: number) => w * column + 4;
  const y = (value: number) => HEAD + value * scale;
  const marks = marksOf(found);
  const flow = ({ window, from, to, a, b, thick }: (typeof layout.flows)[number]) => {
    const [x1, x2] = [x(window) + BAR, x(window + 1)];
    const bend = (x1 + x2) / 2;
    const [top1, low1, top2, low2] = [y(a), y(a + thick[0]), y(b), y(b + thick[1])];
    return svg`<path class="flow" .style=${tint(found.topics[window][from].home)} d=${`M${x1} ${top1}C${bend} ${top1} ${bend} ${top2} ${x2} ${top2}V${low2}C${bend} ${low2} ${bend} ${low1} ${x1} ${low1}Z`}><title>${found.topics[window][from].name} → ${found.topics[window + 1][to].name}</title></path>`;
  };
  const named = namedTopics(found, layout, scale, marks);
  const node = (topic: WindowTopic) => {
    const { top, high } = layout.places[topic.window][topic.topic];
    const mark = marks.get(topic) ?? [];
    const letters =
      Math.floor((column - BAR - 14) / 6.4) - (mark.length > 0 ? mark.join(", ").length + 3 : 0);
    const name = topic.name.length > letters ? `${topic.name.slice(0, letters - 1)}…` : topic.name;
    return svg`<g class="node" .style=${tint(topic.home)} @click=${() => select(topic.papers)}><rect x=${x(topic.window)} y=${y(top)} width=${BAR} height=${Math.max(2, high * scale)}></rect>${
      named.has(topic)
        ? svg`<text x=${x(topic.window) + BAR + 4} y=${y(top + high / 2) + 4}>${name}${mark.length > 0 ? svg`<tspan class="mark" dx="6">${mark.join(", ")}</tspan>` : nothing}</text>`
        : nothing
    }<title>${t.topic(topic.name, topic.papers.length, mark)}</title></g>`;
  };
  return figure(
    t.label(found.windows.length, found.events.length),
    html`<svg width=${column * found.windows.length} height=${height - 4} aria-hidden="true">
      ${found.windows.map(({ from, to }, w) => svg`<text class="year" x=${x(w)} y="13">${t.years(first + from, first + to)}</text>`)}
      ${layout.flows.filter(({ share }) => share >= LEAST).map(flow)}${found.topics.flat().map(node)}</svg>`,
  );
}

/** Pixels from name to name. */
const LINE = 13;

/** Topics whose names have room beside their bars: of those that something is told of, then the largest first. */
function namedTopics(
  { topics }: TimeWindows,
  { places }: WindowLayout,
  scale: number,
  marks: ReadonlyMap<WindowTopic, readonly string[]>,
): Set<WindowTopic> {
  const named = new Set<WindowTopic>();
  for (const own of topics) {
    const taken: number[] = [];
    const told = (topic: WindowTopic) => (marks.has(topic) ? 1 : 0);
    const order = [...own].sort(
      (a, b) => told(b) - told(a) || b.papers.length - a.papers.length || a.topic - b.topic,
    );
    for (const topic of order) {
      const { top, high } = places[topic.window][topic.topic];
      const y = (top + high / 2) * scale;
      if (taken.some((other) => Math.abs(other - y) < LINE)) continue;
      taken.push(y);
      named.add(topic);
    }
  }
  return named;
}

/** What is told of each topic of a window, in a word. */
function marksOf({ topics, events }: TimeWindows): Map<WindowTopic, string[]> {
  const marks = new Map<WindowTopic, string[]>();
  for (const { kind, window, before, after } of events) {
    const isLater = kind === "birth" || kind === "growth" || kind === "merge";
    for (const k of isLater ? after : before) {
      const topic = topics[isLater ? window : window - 1]?.[k];
      if (topic) marks.set(topic, [...(marks.get(topic) ?? []), t.marks[kind]]);
    }
  }
  return marks;
}

function eventList(found: TimeWindows): TemplateResult {
  const { first } = found.years;
  const names = (w: number, some: readonly number[]) => some.map((k) => found.topics[w]?.[k]?.name ?? "");
  const row = (event: TimeEvent) => {
    const { kind, window, before, after, from, to, papers, trend } = event;
    const text = t.event[kind](names(window - 1, before), names(window, after));
    return html`<li><button type="button" class="row burst" @click=${() => select(papers)}><span class="row-text"><span class="row-title" dir="auto">${text}</span><span class="row-sub">${t.years(first + from, first + to)} · ${t.carried(papers.length)}${trend ? ` · ${t.trend(trend.ratio, trend.low, trend.high)}` : ""}</span></span></button></li>`;
  };
  return html`<section class="events"><h3>${t.events(found.events.length)}</h3><ul class="rows">${found.events.map(row)}</ul></section>`;
}
