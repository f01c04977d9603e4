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

/** Pixels below the bars for the axis, those that a year on it takes, and a digit. */
const AXIS = 18;
const TICK = 64;
const LETTER = 7;

const drawn = new WeakMap<HTMLElement, Histogram>();
/** How wide and high each is: asked of the page at every drawing, it would lay itself out anew in the middle of it. */
const sizes = new WeakMap<HTMLElement, readonly [number, number]>();
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    sizes.delete(target as HTMLElement);
    redraw(target as HTMLElement);
  }
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

/** What a drawing rests on besides what is shown and chosen, and the choice that its brush was put to. */
interface Ground {
  readonly all: ArrayLike<number>;
  readonly size: readonly [number, number];
  chosen?: string;
}
const grounds = new WeakMap<HTMLElement, Ground>();

function draw(host: HTMLElement, data: Histogram): void {
  const { all, shown, chosen } = data;
  const size = sizes.get(host) ?? ([host.clientWidth, host.clientHeight] as const);
  if (size[0] === 0) return;
  sizes.set(host, size);
  const before = grounds.get(host);
  const isSame = before?.all === all && before.size === size;
  const ground: Ground = isSame ? before : { all, size };
  grounds.set(host, ground);
  const svg = select(host)
    .selectAll<SVGSVGElement, number>("svg")
    .data([0])
    .join((enter) => {
      const made = enter.append("svg").attr("aria-hidden", "true");
      made.append("title");
      for (const name of ["all", "shown", "axis", "brush"]) made.append("g").attr("class", name);
      return made;
    });
  if (!isSame) layOut(host, svg, data, size);
  // Under a brush somewhere else, this is all that changes.
  bars(svg, "shown", shown, all, size[1] - AXIS);
  const node = svg.select<SVGGElement>(".brush").node();
  if (!data.choose || !node || held.has(host) || ground.chosen === String(chosen)) return;
  ground.chosen = String(chosen);
  brush(host, select(node), data, [size[0], size[1] - AXIS]);
}

type Svg = Selection<SVGSVGElement, number, HTMLElement, unknown>;

/** Bars of all papers, the places of those that are shown, and the axis. */
function layOut(
  host: HTMLElement,
  svg: Svg,
  { all, ticks }: Histogram,
  size: readonly [number, number],
): void {
  const [width, height] = [size[0], size[1] - AXIS];
  const classes = range(all.length);
  const x = scaleBand(classes, [0, width]).paddingInner(0.1);
  svg.attr("width", width).attr("height", height + AXIS);
  for (const name of ["all", "shown"])
    svg
      .select(`.${name}`)
      .selectAll("rect")
      .data(classes)
      .join("rect")
      .attr("x", (k) => x(k) ?? 0)
      .attr("width", x.bandwidth());
  bars(svg, "all", all, all, height);
  const step = width / all.length;
  let end = Number.NEGATIVE_INFINITY;
  const named = ticks(Math.max(1, width / TICK)).filter(([at, text]) => {
    // Near the start of a logarithm numbers stand close.
    if (at * step < end) return false;
    end = at * step + LETTER * (text.length + 1);
    return true;
  });
  svg
    .select(".axis")
    .attr("transform", `translate(0,${height})`)
    .selectAll("text")
    .data(named)
    .join("text")
    .attr("x", ([at]) => at * step)
    .attr("y", 14)
    .attr("text-anchor", ([at]) => (at * step < 20 ? "start" : at * step > width - 20 ? "end" : "middle"))
    .attr("fill", "currentColor")
    .text(([, text]) => text);
  svg.on("pointermove", ({ offsetX }: PointerEvent) => {
    const k = Math.max(0, Math.min(all.length - 1, Math.floor((offsetX / width) * all.length)));
    svg.select("title").text(drawn.get(host)?.title(k) ?? "");
  });
}

/** How high the bars of a group are. */
function bars(
  svg: Svg,
  name: string,
  counts: ArrayLike<number>,
  all: ArrayLike<number>,
  height: number,
): void {
  // By hand: d3's linear scale brings its number formats along, 4 kB in every page that is one file.
  const most = max(Array.from(all)) || 1;
  const least = (k: number) => (counts[k] > 0 ? 2 : 0);
  svg
    .select(`.${name}`)
    .selectAll<SVGRectElement, number>("rect")
    .attr("y", (k) => Math.min(height * (1 - counts[k] / most), height - least(k)))
    .attr("height", (k) => Math.max((height * counts[k]) / most, least(k)));
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
  const classesOf = ([left, right]: readonly [number, number]) =>
    [classAt(left + step / 3), classAt(right - step / 3)] as const;
  // What is chosen follows the pointer, once a frame.
  let asked: number | undefined;
  let latest: readonly [number, number] | undefined;
  const follow = () => {
    asked = undefined;
    const { chosen: last, choose } = drawn.get(host) ?? {};
    if (!latest || !held.has(host)) return;
    const next = classesOf(latest);
    if (String(next) !== String(last)) choose?.(next);
  };
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
    .on("brush", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      if (!sourceEvent || selection === null || String(selection) === before) return;
      if (asked === undefined) asked = requestAnimationFrame(follow);
      latest = selection as [number, number];
    })
    .on("end", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      // Moved by us, not by the pointer.
      if (!sourceEvent) return;
      held.delete(host);
      // The brush snaps to classes, also where they are chosen already.
      grounds.delete(host);
      requestAnimationFrame(() => redraw(host));
      const { chosen, choose } = drawn.get(host) ?? {};
      if (selection === null || String(selection) === before) {
        // Not by the overlay's box: select() would hand it the group's datum, and the brush reads its own there.
        const one = classAt(pointer(sourceEvent, group.node())[0]);
        return choose?.(chosen?.[0] === one && chosen[1] === one ? undefined : [one, one]);
      }
      // What followed the pointer is mostly chosen already.
      const next = classesOf(selection as [number, number]);
      if (String(next) !== String(chosen)) choose?.(next);
    });
  group.call(behaviour);
  group.call(behaviour.move, chosen ? [chosen[0] * step, (chosen[1] + 1) * step] : null);
}
