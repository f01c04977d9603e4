import type { MapFolder } from "../folder/map-folder.ts";
import type { TextGroup } from "../folder/read-map.ts";
import { fewAtOnce } from "../kernel/few-at-once.ts";
import { NO_YEAR } from "../model/years.ts";

/** Papers that are read at once: of each some thousand others are unpacked, which are to be gone before all are. */
const AT_ONCE = 4;

/**
 * Texts of papers out of a map folder.
 * @param rowOf tells where they are
 * @param years of papers by the same numbers
 * @param isBrief only what lists show, without abstracts
 */
export async function textsOf(
  parts: MapFolder,
  asked: readonly number[],
  rowOf: (paper: number) => number,
  years: Int32Array,
  isBrief = false,
): Promise<TextGroup> {
  // Those that lie side by side are read together.
  const paper = Uint32Array.from(asked).sort((a, b) => rowOf(a) - rowOf(b));
  const read = await fewAtOnce(AT_ONCE, [...paper], (p) => onePaper(parts, rowOf(p), isBrief));
  return {
    paper,
    papers: read.map(({ paper: own }, k) => {
      const year = years[paper[k]];
      return { ...own, ...(year === NO_YEAR ? {} : { year }) };
    }),
    terms: read.map(({ terms }) => terms),
    concepts: read.map(({ concepts }) => concepts),
  };
}

async function onePaper(parts: MapFolder, row: number, isBrief: boolean) {
  const [[texts], [abstract]] = await Promise.all(
    isBrief ? [parts.brief(row, row + 1), [""]] : [parts.texts(row, row + 1), parts.abstracts(row, row + 1)],
  );
  const { terms, concepts, ...paper } = texts;
  return { paper: { ...paper, abstract }, terms, concepts };
}
