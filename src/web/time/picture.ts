import { html, nothing, svg, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { textWidth } from "../../scene/metrics.ts";
import { peakOf, type RibbonShape, type Ribbons, ribbonAt, ribbonsOf } from "../../scene/ribbons.ts";
import { recentFrom, rowTrend } from "../../time/trends.ts";
import { announce } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { timeTexts as t } from "../texts/time.ts";
import { axisTicks, ribbonNames, scaleBar } from "./axis.ts";
import { cellText, openCell, rowName } from "./choose.ts";
import { room, watchRoom } from "./modes/figure.ts";
import type { TimeRows } from "./rows.ts";
import { timeOf } from "./store.ts";

/** Room around the bands, in pixels: below for years, on the left for names of lanes or numbers. */
const AXIS = 20;
const NAMES = { wide: 200, narrow: 108, most: 0.45, below: 700 } as const;
const SIDE = 52;
/** Pixels of what is said below a name, as in the style sheet. */
const PEAK = 11;
/** A lane is at least so high; more of them than the picture holds are scrolled. */
const LANE = 30;

/** Bands of topics over years; pointer and arrow keys go over them, a click or Enter shows the papers. */
export function timePicture(now: MapState, data: TimeRows, shape: RibbonShape): TemplateResult {
  const made = timeOf(now);
  const values = made.values.value;
  const [width, height] = room.value;
  const isLanes = shape === "lanes";
  const peaks = isLanes ? peakTexts(data, values) : [];
  const left = isLanes ? namesRoom(width, peaks) : shape === "stacked" ? SIDE : 12;
  const inner = { width: Math.max(10, width - left - 12), height: Math.max(10, height - 8) };
  if (isLanes) inner.height = Math.max(inner.height, LANE * data.rows.length);
  const ribbons = ribbonsOf(values, shape, inner.width, inner.height);
  const at = made.at.value;
  const cell = at && data.rows[at.row] ? at : undefined;
  const point = (event: PointerEvent | MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [px, py] = [event.clientX - box.left - left, event.clientY - box.top - 4];
    const column = Math.max(
      0,
      Math.min(data.papers.length - 1, Math.floor((px / inner.width) * data.papers.length)),
    );
    const row = isLanes ? Math.floor((py / inner.height) * data.rows.length) : ribbonAt(ribbons, px, py, 6);
    return row === undefined || !data.rows[row] || px < -left ? undefined : { row, column };
  };
  const move = (event: PointerEvent) => {
    const next = point(event);
    const old = made.at.peek();
    if (next?.row !== old?.row || next?.column !== old?.column) made.at.value = next;
  };
  const click = (event: MouseEvent) => {
    const hit = point(event);
    if (hit) openCell(now, data, hit);
  };
  const names = data.rows.slice(0, 3).map(({ topic }) => rowName(now, topic));
  return html`<div class="time-figure" tabindex="0" role="group" aria-label=${t.picture(names)} ${ref(watchRoom)} @keydown=${keys(now, data)}>
    ${
      width === 0
        ? nothing
        : html`<svg width=${width} height=${inner.height + 6} aria-hidden="true" @pointermove=${move} @pointerleave=${() => {
            made.at.value = undefined;
          }} @click=${click}>${hatching}<g transform="translate(${left} 4)">
        ${drawn(now, data, ribbons, cell?.row)}${years(now, data, ribbons, inner.height)}
        ${isLanes ? laneNames(now, data, ribbons, left, peaks) : nothing}
        ${isLanes ? nothing : ribbonNames(now, data, ribbons)}
        ${scaleBar(ribbons, state.timeLook.value, shape, inner)}
        ${cell ? marker(ribbons, cell.row, cell.column, inner.height) : nothing}</g></svg>
      ${cell ? note(now, data, ribbons, cell.row, cell.column, left, width) : nothing}`
    }</div>
    <svg class="time-axis" width=${width} height=${AXIS} aria-hidden="true">${axisTicks(
      data,
      ribbons.x(1) - ribbons.x(0),
    ).map(
      (k) =>
        svg`<text class="year" x=${left + ribbons.x(k)} y="15" text-anchor="middle">${data.from + k}</text>`,
    )}</svg><p class="faint time-note">${notes(data, shape)}</p>`;
}

const hatching = svg`<defs><pattern id="partial" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" /></pattern></defs>`;

function drawn(now: MapState, data: TimeRows, { ribbons }: Ribbons, hot: number | undefined) {
  const { topics } = now.filters.value;
  return ribbons.map(({ path }, r) => {
    const { topic } = data.rows[r];
    const isOff = (topics.size > 0 && !topics.has(topic)) || (hot !== undefined && hot !== r);
    return svg`<path class="ribbon" data-topic=${topic} ?data-off=${isOff} .style=${tint(topic)} d=${path}></path>`;
  });
}

/** Years that are chosen, and those that are not complete. */
function years(now: MapState, data: TimeRows, { x }: Ribbons, height: number) {
  const { years: chosen } = now.filters.value;
  const moment = now.moment.value;
  const step = x(1) - x(0);
  const { partial } = data;
  const band = (from: number, to: number, name: string) =>
    svg`<rect class=${name} x=${x(from) - step / 2} width=${(to - from + 1) * step} y="0" height=${height}></rect>`;
  const column = (year: number) => Math.max(0, Math.min(data.papers.length - 1, year - data.from));
  return svg`${[...partial.keys()].filter((k) => partial[k] === 1).map((k) => band(k, k, "partial"))}
    ${moment ? svg`<path class="moment" d=${`M${x(column(moment.year))} 0V${height}`}></path>` : nothing}
    ${chosen ? band(column(chosen[0]), column(chosen[1]), "chosen") : nothing}`;
}

/** What is said of each lane's highest year, and whether it rises or falls. */
function peakTexts(data: TimeRows, values: readonly Float64Array[]): string[] {
  const { measure } = state.timeLook.value;
  return values.map((row, r) => {
    const peak = peakOf(row);
    const most = measure === "share" ? t.percent(row[peak]) : t.amount(row[peak]);
    return t.peak(most, data.from + peak) + trendMark(data, r);
  });
}

/** Room for the names of lanes; on a phone as much as what is said below them takes, so that it does not run into the lanes. */
function namesRoom(width: number, peaks: readonly string[]): number {
  if (width >= NAMES.below) return NAMES.wide;
  const widest = Math.max(0, ...peaks.map((text) => textWidth(text, PEAK, 400)));
  return Math.max(NAMES.narrow, Math.min(Math.ceil(widest) + 16, Math.floor(NAMES.most * width)));
}

/** The names of lanes with their peaks, to the left of them. */
function laneNames(
  now: MapState,
  data: TimeRows,
  { ribbons }: Ribbons,
  left: number,
  peaks: readonly string[],
) {
  return ribbons.map(({ bottom }, r) => {
    const [name, y] = [rowName(now, data.rows[r].topic), bottom[0]];
    const letters = Math.floor((left - 16) / 6.6);
    const cut = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
    return svg`<text class="lane" x=${8 - left} y=${y - 15}>${cut}<title>${name}</title></text>
      <text class="peak" x=${8 - left} y=${y - 2}>${peaks[r]}</text>
      <path class="ground" d="M0 ${y}H9999"></path>`;
  });
}

/** Whether a topic surely rises or falls in the last years, and by how much. */
function trendMark(data: TimeRows, r: number): string {
  const trend = rowTrend(data.rows[r].papers, data.papers, recentFrom({ count: data.papers.length }));
  return trend.kind === "steady" ? "" : ` · ${t.trend(trend)}`;
}

function marker({ ribbons, x }: Ribbons, row: number, column: number, height: number) {
  const { top, bottom } = ribbons[row];
  return svg`<path class="cursor" d="M${x(column)} 0V${height}"></path><path class="here" d="M${x(column)} ${top[column]}V${bottom[column]}"></path>`;
}

function note(
  now: MapState,
  data: TimeRows,
  { x, ribbons }: Ribbons,
  row: number,
  column: number,
  left: number,
  width: number,
) {
  const [name, ...lines] = cellText(now, data, { row, column });
  const px = left + x(column);
  const isRight = px > width / 2;
  const isPartial = data.partial[column] === 1;
  return html`<div class="time-tip" .style=${`${isRight ? `right: ${width - px + 10}px` : `left: ${px + 10}px`}; top: ${Math.max(0, ribbons[row].top[column] - 8)}px`}><b>${name}</b>${lines.map((line) => html`<span>${line}</span>`)}${isPartial ? html`<span>${t.isPartial}</span>` : nothing}</div>`;
}

function notes(data: TimeRows, shape: RibbonShape): string {
  const { measure, isMean } = state.timeLook.value;
  return [
    ...(shape === "lanes" ? [t.ownScale, t.trends] : []),
    ...(isMean ? [t.meanOf] : []),
    ...(data.partial.includes(1) ? [t.partial] : []),
    ...(measure === "citations" ? [data.counted === "within" ? t.citedInside : t.citedBefore] : []),
    t.open,
  ].join(" ");
}

/** Arrow keys go from topic to topic and year to year, and say what is there; Enter shows its papers. */
function keys(now: MapState, data: TimeRows): (event: KeyboardEvent) => void {
  return (event) => {
    const { at } = timeOf(now);
    const here = at.peek() ?? { row: 0, column: data.papers.length - 1 };
    if (event.key === "Enter") {
      openCell(now, data, here);
      event.preventDefault();
      return;
    }
    const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const hold = (value: number, n: number) => Math.max(0, Math.min(n - 1, value));
    const isFirst = at.peek() === undefined;
    const next = isFirst
      ? here
      : {
          row: hold(here.row + way[0], data.rows.length),
          column: hold(here.column + way[1], data.papers.length),
        };
    at.value = next;
    announce(cellText(now, data, next).join(", "));
  };
}
