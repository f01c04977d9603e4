import { computed, signal } from "@preact/signals-core";
import type { nothing, TemplateResult } from "lit-html";
import type { Stage } from "../../model/progress.ts";
import type { FileReport } from "../../model/report.ts";
import type { Atlas } from "./atlas.ts";
import { activeFilters, type Filters, NO_FILTERS, visibleMask } from "./filters.ts";

/** What the page is doing: the first screen, reading and mapping, the map, or telling what went wrong. */
export type Phase =
  | { readonly kind: "start" }
  | {
      readonly kind: "working";
      readonly name: string;
      readonly stage?: Stage;
      readonly done: number;
      cancel?(): void;
    }
  | { readonly kind: "map" }
  | { readonly kind: "failed"; readonly message: string; readonly reports: readonly FileReport[] };

/** What the card shows. */
export type Focus =
  | { readonly kind: "none" }
  | { readonly kind: "paper"; readonly paper: number }
  | { readonly kind: "topic"; readonly topic: number }
  | { readonly kind: "link"; readonly from: number; readonly to: number }
  | { readonly kind: "bridge"; readonly a: number; readonly b: number };

export type Tab = "topics" | "papers" | "filters" | "citations";
export type SortBy = "central" | "year" | "title" | "citations" | "topic";
export type SizeBy = "score" | "degree" | "citations" | "year";
export type Dialog = "none" | "help" | "report" | "menu" | "paste";
export type Sheet = "peek" | "half" | "full";

/** What was read, as the report shows it. */
export interface ReadSummary {
  readonly files: readonly FileReport[];
  readonly duplicates: number;
}

export const phase = signal<Phase>({ kind: "start" });
export const atlas = signal<Atlas | undefined>(undefined);
export const summary = signal<ReadSummary | undefined>(undefined);

export const focus = signal<Focus>({ kind: "none" });
/** Where "Back" leads, last first. */
export const trail = signal<readonly Focus[]>([]);
/** The paper under the pointer, wherever it is shown. */
export const hover = signal<number | undefined>(undefined);
/** The paper whose row in a list is under the pointer. */
export const pointed = signal<number | undefined>(undefined);
export const selection = signal<ReadonlySet<number>>(new Set());
export const stars = signal<ReadonlySet<string>>(new Set());
export const notes = signal<ReadonlyMap<string, string>>(new Map());

export const filters = signal<Filters>(NO_FILTERS);
export const query = signal("");
/** Papers that match the query, best first; undefined without a query or while the search runs. */
export const matches = signal<readonly number[] | undefined>(undefined);
export const sortBy = signal<SortBy>("central");
export const sizeBy = signal<SizeBy>("score");
export const tab = signal<Tab>("topics");
export const dialog = signal<Dialog>("none");
export const sheet = signal<Sheet>("peek");
export const dark = signal(false);
/** What a part that was loaded on demand shows over everything. */
export const extra = signal<(() => TemplateResult | typeof nothing) | undefined>(undefined);
export const lassoing = signal(false);
export const announcement = signal("");
/** A short message that goes away by itself. */
export const toast = signal("");

/** One byte a paper: 1 where it passes the filters. */
export const mask = computed(() => {
  const current = atlas.value;
  if (!current) return new Uint8Array(0);
  const needsSelection = filters.value.selection;
  const needsStars = filters.value.starred;
  return visibleMask(current, filters.value, {
    selection: needsSelection ? selection.value : selection.peek(),
    stars: needsStars ? stars.value : stars.peek(),
  });
});

export const visibleCount = computed(() => {
  let sum = 0;
  for (const bit of mask.value) sum += bit;
  return sum;
});
export const filterCount = computed(() => activeFilters(filters.value));

/** All papers in the order chosen: sorted once, so that a filter only has to go through them. */
const sorted = computed(() => {
  const current = atlas.value;
  return current
    ? Uint32Array.from({ length: current.count }, (_, i) => i).sort(order(current, sortBy.value))
    : [];
});

/** The papers in the list: those that pass the filters, or of these the ones that match the query; sorted. */
export const listed = computed<readonly number[]>(() => {
  const shown = mask.value;
  if (query.value.trim() !== "") return (matches.value ?? []).filter((i) => shown[i] === 1);
  const rows: number[] = [];
  for (const i of sorted.value) if (shown[i] === 1) rows.push(i);
  return rows;
});

/** How many papers are in the list. */
export const listedCount = computed(() =>
  query.value.trim() === "" ? visibleCount.value : listed.value.length,
);

function order(current: Atlas, by: SortBy): (a: number, b: number) => number {
  const { papers, size, topic } = current.map;
  const central = (a: number, b: number) => size[b] - size[a] || a - b;
  switch (by) {
    case "year":
      return (a, b) => (papers[b].year ?? -1e9) - (papers[a].year ?? -1e9) || central(a, b);
    case "citations":
      return (a, b) => (papers[b].citations ?? -1) - (papers[a].citations ?? -1) || central(a, b);
    case "title": {
      const collator = new Intl.Collator(undefined, { numeric: true });
      return (a, b) => collator.compare(papers[a].title, papers[b].title) || a - b;
    }
    case "topic":
      return (a, b) => (topic[a] < 0 ? 1e9 : topic[a]) - (topic[b] < 0 ? 1e9 : topic[b]) || central(a, b);
    default:
      return central;
  }
}
