import { addSelected, openPaper, toggleSelected, toggleStar } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { HEADER, tableOf } from "./store.ts";

/** What the keys need of the table as it is drawn. */
export interface Drawn {
  /** Cells of a row. */
  readonly cells: number;
  /** Rows that are seen at once. */
  readonly page: number;
  sortBy(column: number): void;
  close(): void;
}

/** Goes to a cell, which becomes the one that Tab reaches, and is scrolled into sight. */
export function goTo(now: MapState, paper: number, column: number): void {
  tableOf(now).at.value = { paper, column };
  const cell = document.querySelector<HTMLElement>('#table [role="grid"] [tabindex="0"]');
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Selects a paper or not; `isRange` with all rows between it and the one before. */
export function tick(now: MapState, paper: number, isRange: boolean): void {
  const table = tableOf(now);
  const rows = table.rows.peek();
  const [from, to] = [isRange ? rows.indexOf(table.anchor) : -1, rows.indexOf(paper)];
  table.anchor = paper;
  if (from < 0) toggleSelected(paper);
  else addSelected(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
}

/** Everything the table does from the keyboard, as grids do it. @returns whether the key does anything here */
export function press(now: MapState, event: KeyboardEvent, drawn: Drawn): boolean {
  const table = tableOf(now);
  const rows = table.rows.peek();
  const { paper, column } = table.at.peek();
  const at = rows.indexOf(paper);
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl && event.key.toLowerCase() === "a") addSelected(rows);
  else if (event.key === "Escape") drawn.close();
  else if (hasControl ? isEnd(event.key) : ROWS.has(event.key)) {
    const to = Math.max(HEADER, Math.min(rows.length - 1, rowAfter(event.key, at, drawn.page, rows.length)));
    if (event.shiftKey && at >= 0 && to >= 0) extend(now, rows, at, to);
    goTo(now, to < 0 ? HEADER : rows[to], column);
  } else if (hasControl || event.altKey) return false;
  else if (COLUMNS.has(event.key)) goTo(now, paper, columnAfter(event.key, column, drawn.cells));
  else if (paper === HEADER && (event.key === "Enter" || event.key === " ")) drawn.sortBy(column);
  else if (paper === HEADER || at < 0) return false;
  else if (event.key.toLowerCase() === "s" || (event.key === "Enter" && column === drawn.cells - 1))
    toggleStar(paper);
  else if (event.key === " " || (event.key === "Enter" && column === 0)) tick(now, paper, event.shiftKey);
  else if (event.key === "Enter") openPaper(paper, { fly: true });
  else return false;
  return true;
}

const ROWS = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp"]);
const COLUMNS = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);
const isEnd = (key: string) => key === "Home" || key === "End";

function rowAfter(key: string, at: number, page: number, rows: number): number {
  if (key === "Home") return 0;
  if (key === "End") return rows - 1;
  const step = key.startsWith("Page") ? page : 1;
  // A page back ends on the first row, not on the names above it.
  if (key === "PageUp") return Math.max(0, at - step);
  return at + (key.endsWith("Down") ? step : -step);
}

function columnAfter(key: string, column: number, cells: number): number {
  if (key === "Home") return 0;
  if (key === "End") return cells - 1;
  return Math.max(0, Math.min(cells - 1, column + (key === "ArrowRight" ? 1 : -1)));
}

/** The range from the anchor grows to a row, or shrinks to it. */
function extend(now: MapState, rows: readonly number[], from: number, to: number): void {
  const table = tableOf(now);
  const anchored = rows.indexOf(table.anchor);
  const anchor = anchored < 0 ? from : anchored;
  table.anchor = rows[anchor];
  const range = (a: number, b: number) => rows.slice(Math.min(a, b), Math.max(a, b) + 1);
  const wanted = new Set(range(anchor, to));
  addSelected(
    range(anchor, from).filter((i) => !wanted.has(i)),
    false,
  );
  addSelected([...wanted]);
}
