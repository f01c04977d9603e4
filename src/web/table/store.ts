import { computed, signal } from "@preact/signals-core";
import { keepText, keptText } from "../page/kept.ts";
import { perMap } from "../page/map-state.ts";
import { type Column, columnsOf, FIRST_COLUMNS } from "./columns.ts";
import { inOrder, orderBy, type Sort } from "./order.ts";

const KEY = "topograph-columns";

/** The columns shown, by id: kept in this browser, since who looks for venues here looks for them in the next map. */
export const chosen = signal<ReadonlySet<string>>(
  new Set(keptText(KEY)?.split("\n").filter(Boolean) ?? FIRST_COLUMNS),
);

/** Shows other columns. */
export function choose(ids: ReadonlySet<string>): void {
  chosen.value = ids;
  keepText(KEY, [...ids].join("\n"));
}

/** The row of names above those of papers. */
export const HEADER = -1;

/** The cell that Tab reaches: a paper or HEADER, and its place in the row (0 is the box, the last one the star). */
interface Place {
  readonly paper: number;
  readonly column: number;
}

/** What the table of a map is like. */
export const tableOf = perMap((now) => {
  const columns = computed(() => columnsOf(now.atlas.value));
  const sort = signal<Sort | undefined>(undefined);
  // All papers are sorted once, so that a filter only has to go through them.
  const order = computed(() => {
    const by = sort.value;
    const column = columns.value.find(({ id }) => id === by?.column);
    return by && column ? orderBy(column, now.atlas.value.count, by.isDescending) : undefined;
  });
  return {
    columns,
    shown: computed<readonly Column[]>(() => columns.value.filter(({ id }) => chosen.value.has(id))),
    sort,
    /** The papers in view: those of the list, in this table's order. */
    rows: computed(() => (order.value ? inOrder(order.value, now.listed.value) : now.listed.value)),
    scrolled: signal(0),
    at: signal<Place>({ paper: HEADER, column: 1 }),
    /** The paper selected last: ranges begin there. */
    anchor: -1,
  };
});
