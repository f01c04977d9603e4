import { brushX, type D3BrushEvent, max, pointer, range, type Selection, scaleBand, select } from "d3";

/** Papers in neighbouring classes: years, or steps of a number. */
export interface Histogram {
  /** Of each class: all papers, and those that are shown. */
  readonly all: ArrayLike<number>;
  readonly shown: ArrayLike<number>;
  /** Places to name on the axis, about so many; in classes, the middle of the first is 0.5. */
  ticks(count: number): readonly (readonly [at: number, text: string])[];
  /** What is said of class k. */
  title(k: number): string;
  /** The first and the last class chosen. */
  readonly chosen?: readonly [number, number] | undefined;
  /** Classes are chosen by brushing the bars, one by a click on its bar; undefined for all. Without it nothing is chosen. */
  readonly choose?: (classes: readonly [number, number] | undefined) => void;
}

/** Pixels below the bars for the axis, and those that a year on it takes. */
const AXIS = 18;
const TICK = 64;

const drawn = new WeakMap<HTMLElement, Histogram>();
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) redraw(target as HTMLElement);
});

function redraw(host: HTMLElement): void {
  const data = drawn.get(host);
  if (data) draw(host, data);
}

/** Draws bars in an element, as wide and high as it is; again when that changes, or for other numbers. */
export function histogram(host: HTMLElement, data: Histogram): void {
  if (!drawn.has(host)) resized.observe(host);
  drawn.set(host, data);
  draw(host, data);
}

function draw(host: HTMLElement, data: Histogram): void {
  const { all, shown } = data;
  const [width, height] = [host.clientWidth, host.clientHeight - AXIS];
  if (width === 0) return;
  const classes = range(all.length);
  const x = scaleBand(classes, [0, width]).paddingInner(0.1);
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
      .data(classes)
      .join("rect")
      .attr("x", (k) => x(k) ?? 0)
      .attr("width", x.bandwidth())
      .attr("y", (_, k) => Math.min(y(counts[k]), height - (counts[k] > 0 ? 2 : 0)))
      .attr("height", (_, k) => Math.max(height - y(counts[k]), counts[k] > 0 ? 2 : 0));
  const step = width / all.length;
  svg
    .select(".axis")
    .attr("transform", `translate(0,${height})`)
    .selectAll("text")
    .data(data.ticks(Math.max(1, width / TICK)))
    .join("text")
    .attr("x", ([at]) => at * step)
    .attr("y", 14)
    .attr("text-anchor", ([at]) => (at * step < 20 ? "start" : at * step > width - 20 ? "end" : "middle"))
    .attr("fill", "currentColor")
    .text(([, text]) => text);
  svg.on("pointermove", ({ offsetX }: PointerEvent) => {
    const k = Math.max(0, Math.min(all.length - 1, Math.floor((offsetX / width) * all.length)));
    svg.select("title").text(data.title(k));
  });
  const node = svg.select<SVGGElement>(".brush").node();
  if (data.choose && node && !held.has(host)) brush(host, select(node), data, [width, height]);
}

/** Bars on which the pointer is down: their brush is left alone till it goes up, or a drawing in between would be taken for its drag. */
const held = new WeakSet<HTMLElement>();

/** Lets the pointer choose classes. */
function brush(
  host: HTMLElement,
  group: Selection<SVGGElement, unknown, null, undefined>,
  { all, chosen }: Histogram,
  [width, height]: readonly [number, number],
): void {
  const step = width / all.length;
  const classAt = (px: number) => Math.max(0, Math.min(all.length - 1, Math.floor(px / step)));
  /** The selection as it was when the pointer went down: where it is the same when it goes up, that was a click. */
  let before = "";
  const behaviour = brushX<unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .on("start", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      before = String(selection);
      if (sourceEvent) held.add(host);
    })
    .on("end", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      // Moved by us, not by the pointer.
      if (!sourceEvent) return;
      held.delete(host);
      requestAnimationFrame(() => redraw(host));
      const { chosen, choose } = drawn.get(host) ?? {};
      if (selection === null || String(selection) === before) {
        // Not by the overlay's box: select() would hand it the group's datum, and the brush reads its own there.
        const one = classAt(pointer(sourceEvent, group.node())[0]);
        return choose?.(chosen?.[0] === one && chosen[1] === one ? undefined : [one, one]);
      }
      const [left, right] = selection as [number, number];
      choose?.([classAt(left + step / 3), classAt(right - step / 3)]);
    });
  group.call(behaviour);
  group.call(behaviour.move, chosen ? [chosen[0] * step, (chosen[1] + 1) * step] : null);
}
