import type { Years } from "../years.ts";

/** Columns of years, both ends included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Papers that a block of years should have, and how many blocks there are at most: by eye. */
const [A_BLOCK, MOST_BLOCKS] = [120, 8];
/** With fewer papers in it the topics of a window are accidents. */
const LEAST_A_BLOCK = 30;

/**
 * Windows of years: the years are cut into blocks of about the same number of papers, two neighbouring blocks are a
 * window, so that each window shares a block with the next. Fewer than two windows are none.
 */
export function timePeriods(years: Pick<Years, "papers" | "count">): Period[] {
  const blocks = timeBlocks(years);
  const windows = blocks.slice(1).map(({ to }, k) => ({ from: blocks[k].from, to }));
  return windows.length < 2 ? [] : windows;
}

/** The blocks that windows are pairs of: window w is blocks w and w + 1. */
export function timeBlocks({ papers, count }: Pick<Years, "papers" | "count">): Period[] {
  const all = papers.reduce((sum, n) => sum + n, 0);
  const least = Math.floor(all / LEAST_A_BLOCK);
  const wanted = Math.min(MOST_BLOCKS, least, Math.max(3, Math.round(all / A_BLOCK)), count);
  const blocks: Period[] = [];
  let [from, sum, before] = [0, 0, 0];
  for (let c = 0; c < count; c++) {
    sum += papers[c];
    const left = wanted - blocks.length - 1;
    if (left === 0) continue;
    const target = (all - before) / (left + 1);
    const isNearest =
      sum - before >= target || sum + papers[c + 1] - before - target > target - (sum - before);
    if (!isNearest && count - c - 1 > left) continue;
    blocks.push({ from, to: c });
    [from, before] = [c + 1, sum];
  }
  if (from < count) blocks.push({ from, to: count - 1 });
  return blocks;
}
