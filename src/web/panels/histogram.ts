import {
  axisBottom,
  brushX,
  type D3BrushEvent,
  max,
  range,
  type Selection,
  scaleBand,
  select,
  ticks,
} from "d3";
import { texts } from "../texts/texts.ts";

/** Papers by year. */
export interface Histogram {
  readonly from: number;
  /** Of each year from `from` on: all papers, and those that are shown. */
  readonly all: ArrayLike<number>;
  readonly shown: ArrayLike<number>;
  /** The first and the last year chosen. */
  readonly chosen?: readonly [number, number] | undefined;
  /** Years are chosen by brushing the bars, one by a click on its bar; undefined for all. Without it nothing is chosen. */
  readonly choose?: (years: readonly [number, number] | undefined) => void;
}

/** Pixels below the bars for the axis, and those that a year on it takes. */
const AXIS = 18;
const TICK = 64;

const drawn = new WeakMap<HTMLElement, Histogram>();
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const data = drawn.get(target as HTMLElement);
    if (data) draw(target as HTMLElement, data);
  }
});

/** Draws bars over years in an element, as wide and high as it is; again when that changes, or for other numbers. */
export function histogram(host: HTMLElement, data: Histogram): void {
  if (!drawn.has(host)) resized.observe(host);
  drawn.set(host, data);
  draw(host, data);
}

function draw(host: HTMLElement, data: Histogram): void {
  const { from, all, shown } = data;
  const [width, height] = [host.clientWidth, host.clientHeight - AXIS];
  if (width === 0) return;
  const years = range(from, from + all.length);
  const x = scaleBand(years, [0, width]).paddingInner(0.1);
  // By hand: d3's linear scale brings its number formats along, 4 kB in every page that is one file.
  const most = max(Array.from(all)) || 1;
  const y = (n: number) => height * (1 - n / most);
  const svg = select(host)
    .selectAll("svg")
    .data([0])
    .join((enter) => {
      const made = enter.append("svg").attr("aria-hidden", "true");
      made.append("title");
      for (const name of ["all", "shown", "axis", "brush"]) made.append("g").attr("class", name);
      return made;
    })
    .attr("width", width)
    .attr("height", height + AXIS);
  for (const [name, counts] of [
    ["all", all],
    ["shown", shown],
  ] as const)
    svg
      .select(`.${name}`)
      .selectAll("rect")
      .data(years)
      .join("rect")
      .attr("x", (year) => x(year) ?? 0)
      .attr("width", x.bandwidth())
      .attr("y", (_, k) => Math.min(y(counts[k]), height - (counts[k] > 0 ? 2 : 0)))
      .attr("height", (_, k) => Math.max(height - y(counts[k]), counts[k] > 0 ? 2 : 0));
  const named = ticks(from, from + all.length - 1, Math.max(1, width / TICK)).filter(Number.isInteger);
  svg
    .select<SVGGElement>(".axis")
    .attr("transform", `translate(0,${height})`)
    .call(axisBottom(x).tickValues(named).tickFormat(String).tickSize(3).tickPadding(2));
  svg.on("pointermove", ({ offsetX }: PointerEvent) => {
    const k = Math.max(0, Math.min(all.length - 1, Math.floor((offsetX / width) * all.length)));
    svg.select("title").text(texts.years.bar(from + k, shown[k], all[k]));
  });
  const node = svg.select<SVGGElement>(".brush").node();
  if (data.choose && node) brush(select(node), data, [width, height]);
}

/** Lets the pointer choose years. */
function brush(
  group: Selection<SVGGElement, unknown, null, undefined>,
  { from, all, chosen, choose }: Histogram,
  [width, height]: readonly [number, number],
): void {
  const step = width / all.length;
  const yearAt = (px: number) => from + Math.max(0, Math.min(all.length - 1, Math.floor(px / step)));
  /** The selection as it was when the pointer went down: where it is the same when it goes up, that was a click. */
  let before = "";
  const behaviour = brushX<unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .on("start", ({ selection }: D3BrushEvent<unknown>) => {
      before = String(selection);
    })
    .on("end", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      // Moved by us, not by the pointer.
      if (!sourceEvent) return;
      if (selection === null || String(selection) === before) {
        const year = yearAt(
          sourceEvent.clientX - (group.select<Element>(".overlay").node()?.getBoundingClientRect().left ?? 0),
        );
        return choose?.(chosen?.[0] === year && chosen[1] === year ? undefined : [year, year]);
      }
      const [left, right] = selection as [number, number];
      choose?.([yearAt(left + step / 3), yearAt(right - step / 3)]);
    });
  group.call(behaviour);
  group.call(behaviour.move, chosen ? [(chosen[0] - from) * step, (chosen[1] + 1 - from) * step] : null);
}
