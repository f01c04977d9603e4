import { EDGE_KINDS, type EdgeKind } from "../model/edges.ts";
import type { Camera } from "../scene/camera.ts";
import type { Look } from "../scene/look.ts";
import type { Atlas } from "./atlas.ts";
import type { Dots } from "./dots.ts";
import { decodeFieldFilters, encodeFieldFilter } from "./field-filter.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { decodeTimeLook, encodeTimeLook, type TimeLook } from "./time-look.ts";

/** What the card shows. */
export type Focus =
  | { readonly kind: "none" }
  | { readonly kind: "paper"; readonly paper: number }
  | { readonly kind: "topic"; readonly topic: number }
  | { readonly kind: "link"; readonly from: number; readonly to: number }
  | { readonly kind: "bridge"; readonly a: number; readonly b: number };

export const NO_FOCUS: Focus = { kind: "none" };

/** Two sets of papers that are compared: values of a field; without a second, all other papers. */
export interface Comparison {
  readonly field: string;
  readonly first: string;
  readonly second?: string;
}

/** What an address of the page holds: enough to see the same view of the same map. */
export interface View {
  readonly camera?: Camera;
  readonly filters: Filters;
  readonly focus: Focus;
  readonly selection: readonly number[];
  readonly query: string;
  readonly dark?: boolean;
  readonly look?: Look;
  /** Absent: colours of topics, sizes of the map. */
  readonly dots?: Dots;
  /** The citation view instead of the map. */
  readonly citations?: boolean;
  /** Topics over years under the map. */
  readonly time?: TimeLook;
  /** The map as it was in a year: all papers until then, or those of its last `span` years. */
  readonly moment?: Moment;
  /** Areas that are unfolded in the list of topics; absent: none. */
  readonly areas?: readonly string[];
  /** What is compared under the map; absent where nothing is. */
  readonly comparison?: Comparison | undefined;
}

/** A year that the map is shown at. */
export interface Moment {
  readonly year: number;
  /** How many years a paper stays in sight; absent: for good. */
  readonly span?: number;
}

/** Version of the addresses. */
export const VERSION = "1";
/** More papers than this would make an address that mail programs cut. */
const MOST_SELECTED = 60;

/** The view as a URL hash (without `#`). Papers are named by identity, so that it survives a rebuilt map. */
export function encodeView(atlas: Atlas, view: View): string {
  const out = new URLSearchParams({ v: VERSION });
  const { filters, focus, camera } = view;
  const name = (i: number) => atlas.map.papers[i].identity;
  if (camera) out.set("c", [camera.x, camera.y, camera.ratio].map((n) => n.toFixed(4)).join(","));
  if (filters.topics.size) out.set("t", [...filters.topics].join(","));
  if (filters.years) out.set("y", filters.years.join("-"));
  for (const concept of filters.concepts) out.append("concept", concept);
  for (const venue of filters.venues) out.append("venue", venue);
  for (const author of filters.authors) out.append("author", author);
  for (const field of filters.fields) out.append("field", encodeFieldFilter(field));
  if (filters.hiddenKinds.size) out.set("hide", [...filters.hiddenKinds].join(","));
  if (filters.strongest < 1) out.set("s", String(filters.strongest));
  const only = (["bridges", "selection", "starred"] as const).filter((key) => filters[key]);
  if (only.length) out.set("only", only.join(","));
  if (filters.around) {
    out.set("around", name(filters.around.paper));
    out.set("steps", String(filters.around.steps));
  }
  if (focus.kind === "paper") out.set("p", name(focus.paper));
  if (focus.kind === "topic") out.set("topic", String(focus.topic));
  if (focus.kind === "link") {
    out.set("p", name(focus.from));
    out.set("with", name(focus.to));
  }
  if (focus.kind === "bridge") out.set("between", `${focus.a},${focus.b}`);
  if (view.selection.length <= MOST_SELECTED) for (const i of view.selection) out.append("sel", name(i));
  if (view.query) out.set("q", view.query);
  if (view.dark !== undefined) out.set("theme", view.dark ? "dark" : "light");
  if (view.look === "relief") out.set("look", view.look);
  writeDots(out, view.dots);
  if (view.citations) out.set("view", "citations");
  if (view.time) out.set("time", encodeTimeLook(view.time));
  if (view.moment)
    out.set("moment", [view.moment.year, ...(view.moment.span ? [view.moment.span] : [])].join("/"));
  for (const area of view.areas ?? []) out.append("area", area);
  const { comparison } = view;
  if (comparison)
    for (const part of [comparison.field, comparison.first, comparison.second])
      if (part !== undefined) out.append("compare", part);
  return out.toString();
}

/** The identities of the papers that a hash names. */
export function papersIn(hash: string): string[] {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return ["p", "with", "around", "sel"].flatMap((key) => given.getAll(key));
}

/** The view in a hash; what it does not hold or this map does not know is left at rest. Undefined for another version. */
export function decodeView(atlas: Atlas, hash: string): View | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  if (given.get("v") !== VERSION) return undefined;
  const find = (key: string) => atlas.find(given.get(key) ?? "");
  const list = (key: string) => (given.get(key) ?? "").split(",").filter(Boolean);
  const camera = list("c").map(Number);
  const years = /^(-?\d+)-(-?\d+)$/.exec(given.get("y") ?? "");
  const center = find("around");
  const strongest = Number(given.get("s") ?? 1);
  const only = new Set(list("only"));
  const theme = given.get("theme");
  const time = given.get("time");
  const moment = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(given.get("moment") ?? "");
  const [field, first, second] = given.getAll("compare");
  const areas = given.getAll("area");
  return {
    ...(camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0
      ? { camera: { x: camera[0], y: camera[1], ratio: camera[2] } }
      : {}),
    filters: {
      ...NO_FILTERS,
      topics: new Set(
        list("t")
          .map(Number)
          .filter((id) => atlas.map.topics[id] !== undefined),
      ),
      ...(years ? { years: [Number(years[1]), Number(years[2])] as const } : {}),
      concepts: new Set(given.getAll("concept")),
      venues: new Set(given.getAll("venue")),
      authors: new Set(given.getAll("author")),
      fields: decodeFieldFilters(given.getAll("field")),
      hiddenKinds: new Set(list("hide").filter(isKind)),
      strongest: strongest > 0 && strongest <= 1 ? strongest : 1,
      bridges: only.has("bridges"),
      selection: only.has("selection"),
      starred: only.has("starred"),
      ...(center === undefined
        ? {}
        : { around: { paper: center, steps: given.get("steps") === "2" ? 2 : 1 } }),
    },
    focus:
      bridgeOf(atlas, list("between").map(Number)) ??
      focusOf(find("p"), find("with"), atlas.map.topics[Number(given.get("topic") ?? -1)]?.id),
    selection: given.getAll("sel").flatMap((identity) => atlas.find(identity) ?? []),
    query: given.get("q") ?? "",
    dots: dotsIn(given),
    ...(given.get("look") === "relief" ? { look: "relief" } : {}),
    ...(given.get("view") === "citations" ? { citations: true } : {}),
    ...(time === null ? {} : { time: decodeTimeLook(time) }),
    ...(moment
      ? { moment: { year: Number(moment[1]), ...(moment[2] ? { span: Number(moment[2]) } : {}) } }
      : {}),
    ...(first === undefined
      ? {}
      : { comparison: { field, first, ...(second === undefined ? {} : { second }) } }),
    ...(areas.length > 0 ? { areas } : {}),
    ...(theme === "dark" || theme === "light" ? { dark: theme === "dark" } : {}),
  };
}

function writeDots(out: URLSearchParams, dots: Dots = {}): void {
  for (const name of ["color", "ring", "size", "label"] as const) {
    const field = dots[name];
    if (field !== undefined) out.set(name, field);
  }
  if (dots.limits) out.set("limits", dots.limits.join(","));
}

/** The view of a whole map in these colours and sizes; "" where they are its own. */
export function viewOfDots(dots: Dots = {}): string {
  const out = new URLSearchParams({ v: VERSION });
  const own = out.toString();
  writeDots(out, dots);
  return out.toString() === own ? "" : out.toString();
}

function dotsIn(given: URLSearchParams): Dots {
  const [color, ring, size, label] = ["color", "ring", "size", "label"].map((name) => given.get(name));
  const limits = (given.get("limits") ?? "").split(",").map(Number);
  const [low, high] = limits;
  return {
    ...(color ? { color } : {}),
    ...(ring ? { ring } : {}),
    ...(size ? { size } : {}),
    ...(label ? { label } : {}),
    ...(limits.length === 2 && low <= high ? { limits: [low, high] as const } : {}),
  };
}

function focusOf(from: number | undefined, to: number | undefined, topic: number | undefined): Focus {
  if (from !== undefined && to !== undefined) return { kind: "link", from, to };
  if (from !== undefined) return { kind: "paper", paper: from };
  return topic === undefined ? NO_FOCUS : { kind: "topic", topic };
}

function bridgeOf(atlas: Atlas, [a, b]: readonly number[]): Focus | undefined {
  const isTopic = (id: number | undefined): id is number =>
    id !== undefined && atlas.mainTopics.some((topic) => topic.id === id);
  return isTopic(a) && isTopic(b) ? { kind: "bridge", a, b } : undefined;
}

function isKind(name: string): name is EdgeKind {
  return (EDGE_KINDS as readonly string[]).includes(name);
}
