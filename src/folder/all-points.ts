import { fewAtOnce } from "../kernel/few-at-once.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { NO_YEAR } from "../model/years.ts";
import type { OpenFolder } from "./open.ts";
import { floats, POINT_COLUMNS, pointsOf, type TilePoints, wholes } from "./points.ts";

/** What is drawn of papers, and what their cards say of their topic. */
export type PointColumns = Pick<
  TopicMap,
  "x" | "y" | "size" | "topic" | "subtopic" | "leaf" | "confidence" | "runnerUp"
>;

/** The points of papers by columns. */
export interface Points {
  readonly columns: PointColumns;
  /** NO_YEAR where it is missing. */
  readonly years: Int32Array;
  /** Row → paper. */
  readonly paperOf: Uint32Array;
}

const BEHIND = ["confidence", "runnerUp"] as const;
/** Tiles that are asked for at once: requests wait for each other less, and few tiles are in memory. */
const AT_ONCE = 4;

/**
 * The first tile of a folder. Where it is the only one its papers have their own numbers, else that of their row; how sure
 * they are of their topic is not asked for.
 * @throws TopographError (input) where two rows are one paper
 */
export async function firstPoints(folder: OpenFolder): Promise<Points> {
  if (folder.tiles.length <= 1) return allPoints(folder);
  const table = await folder.need("points");
  const { x, y, size, topic, subtopic, leaf, year, count } = pointsOf(0, await table.group(0, POINT_COLUMNS));
  const [confidence, runnerUp] = [new Float32Array(count), new Int32Array(count).fill(NO_TOPIC)];
  return {
    columns: { x, y, size, topic, subtopic, ...(leaf ? { leaf } : {}), confidence, runnerUp },
    years: year,
    paperOf: Uint32Array.from({ length: count }, (_, row) => row),
  };
}

/**
 * The points of all papers, under their own numbers. A request or two a tile.
 * @throws TopographError (input) where two rows are one paper
 */
export async function allPoints(folder: OpenFolder): Promise<Points> {
  const { head, tiles } = folder;
  const table = await folder.need("points");
  const count = head.papers;
  const float = () => new Float32Array(count);
  const id = () => new Int32Array(count).fill(NO_TOPIC);
  const columns = { x: float(), y: float(), size: float(), topic: id(), subtopic: id() };
  const behind = { confidence: float(), runnerUp: id() };
  const leaf = table.has("leaf") ? id() : undefined;
  const years = new Int32Array(count).fill(NO_YEAR);
  const paperOf = new Uint32Array(count);
  const seen = new Uint8Array(count);
  const fill = (points: TilePoints, [confidence, runnerUp]: readonly (Float32Array | Int32Array)[]) => {
    const { first, paper } = points;
    for (const p of paper) {
      if (!(p >= 0 && p < count) || seen[p] === 1)
        throw new TopographError(
          "input",
          `points.parquet: the number ${p + 1} is used twice, or none of 1 … ${count}`,
        );
      seen[p] = 1;
    }
    paperOf.set(paper, first);
    const place = (column: Float32Array | Int32Array | undefined, own: Float32Array | Int32Array = paper) => {
      if (column) for (let i = 0; i < own.length; i++) column[paper[i]] = own[i];
    };
    for (const name of ["x", "y", "size", "topic", "subtopic"] as const) place(columns[name], points[name]);
    place(leaf, points.leaf ?? new Int32Array());
    place(years, points.year);
    place(behind.confidence, confidence);
    place(behind.runnerUp, runnerUp);
  };
  await fewAtOnce(AT_ONCE, tiles, async ({ first }, k) => {
    const cells = await table.passing(k, [...POINT_COLUMNS, ...BEHIND]);
    const [confidence, runnerUp] = cells.slice(POINT_COLUMNS.length);
    fill(pointsOf(first, cells), [floats(confidence), wholes(runnerUp, NO_TOPIC)]);
  });
  return { columns: { ...columns, ...(leaf ? { leaf } : {}), ...behind }, years, paperOf };
}
