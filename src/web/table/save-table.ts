import { download, fileName } from "../output/save.ts";
import type { MapState } from "../page/map-state.ts";
import type { Column } from "./columns.ts";

/** Saves the table as it is shown: its columns and rows, of the selected papers where some are. */
export async function saveTable(
  now: MapState,
  columns: readonly Column[],
  rows: readonly number[],
): Promise<void> {
  const { CSV_MARK, csvLine } = await import("../../export/csv.ts");
  const selected = now.selection.peek();
  const lines = rows
    .filter((i) => selected.size === 0 || selected.has(i))
    .map((i) => csvLine(columns.map(({ value }) => value(i) ?? "")));
  download(
    [CSV_MARK, csvLine(columns.map(({ label }) => label)), ...lines],
    `${fileName()}.table.csv`,
    "text/csv",
  );
}
