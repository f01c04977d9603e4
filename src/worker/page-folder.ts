import { allPoints, firstPoints, type Points } from "../folder/all-points.ts";
import { type PaperLists, putTexts, withoutTexts } from "../folder/bare.ts";
import type { LinkEvidence } from "../folder/link-evidence.ts";
import type { RowLink } from "../folder/links.ts";
import { partsOf } from "../folder/map-folder.ts";
import { aboutFolder, type OpenFolder, openTables } from "../folder/open.ts";
import { type LinkBetween, numberedEnds } from "../folder/paper-links.ts";
import { type MapReader, mapReader, type TextGroup, withLinks } from "../folder/read-map.ts";
import { startZstd } from "../folder/zstd.ts";
import { once } from "../kernel/once.ts";
import type { Field } from "../model/field.ts";
import { fieldReader } from "../model/field-json.ts";
import type { TopicMap } from "../model/map.ts";
import { type FolderPlace, openPlace } from "./folder-place.ts";
import { type FolderPoints, plainTopics, withTopics } from "./folder-points.ts";
import { type FacetSizes, facetSizes, type PageFacets, pageFacets } from "./page-facets.ts";
import { textsOf } from "./page-papers.ts";
import type { GivenIndex } from "./page-search.ts";

/** A map without its lists of papers, terms and concepts, and without links. */
export type MapHead = Omit<TopicMap, keyof PaperLists | "edges">;

/** A map folder of which the head and the first tile were read: what the page draws first, and how much there is. */
export interface FolderBegun {
  /** The map of the papers of the first tile. Where there are more, paper i is the one of row i. Its topics have no terms and examples then. */
  readonly map: MapHead;
  /** Of these papers; NO_YEAR where it is missing. */
  readonly years: Int32Array;
  /** How many papers and links the whole map has. */
  readonly papers: number;
  readonly links: number;
  /** The names of the fields that papers can be told apart by: all but free text. */
  readonly fields: readonly string[];
  /** How many concepts, venues and authors there are; absent where the folder does not say. */
  readonly facets?: FacetSizes;
  /** Bytes of files that the host has sent whole, because it gives no byte ranges. */
  readonly wholeBytes: number;
}

/** Which paper each row is, and the years of papers. */
export type Numbers = Pick<Points, "paperOf" | "years">;

/** All of a map but texts and links, and in how many pieces the texts come. */
export interface FolderRest {
  readonly map: MapHead;
  readonly groups: number;
}

/** Texts of some papers; where abstracts were asked for, with them. */
export type PapersRead = TextGroup;

/** A link of a paper to another one. */
export type PaperLink = RowLink;

/** A map folder in the worker, read as the page asks for its parts. */
export interface PageFolder {
  readonly begun: FolderBegun;
  /** What there is of the map so far. */
  readonly map: TopicMap;
  /** The points of all papers, where they are more than those of the first tile. */
  points(): Promise<FolderPoints>;
  /** Says what the numbers of papers are, where their points are read elsewhere; without numbers that these are to come. */
  number(given?: Numbers): void;
  /** A field of all papers, by its name; null for one of more than 20,000 values, among which nobody could choose. */
  field(name: string): Promise<Field | null>;
  /** Begins to read all of it. */
  rest(): Promise<FolderRest>;
  /** The next texts; they stay here, too. */
  texts(group: number): Promise<PapersRead>;
  abstracts(group: number): Promise<readonly string[]>;
  links(): Promise<Pick<TopicMap, "edges" | "extra">>;
  /** The texts and abstracts of some papers, or only what lists show of them, by ranges of their rows: before their turn. */
  papers(papers: readonly number[], isBrief?: boolean): Promise<PapersRead>;
  /** The same of papers of the first tile, which are named by their rows while the others are still to come. */
  firstPapers(rows: readonly number[], isBrief?: boolean): Promise<PapersRead>;
  /** The links of one paper, the strongest first. */
  linksOf(paper: number): Promise<readonly PaperLink[]>;
  /** The links between some papers. */
  linksAmong(papers: readonly number[]): Promise<readonly LinkBetween[]>;
  /** Why two papers are linked, where the folder says it. */
  evidence(papers: readonly [number, number]): Promise<readonly LinkEvidence[]>;
  /** The papers with these identities; those that the map has not are left out. */
  find(identities: readonly string[]): Promise<readonly number[]>;
  /** What papers are filtered by. */
  readonly facets: PageFacets;
  /** Searches in the folder's index. */
  readonly lookUp: GivenIndex["lookUp"];
}

const MOST_LABELS = 20_000;

/** Opens a map folder and reads its first tile. @throws TopographError (input) that names the file where it is none, or damaged */
export async function beginFolder(place: FolderPlace): Promise<PageFolder> {
  let wholeBytes = 0;
  // Made ready while the first answers are waited for; whoever unpacks says what is wrong with it.
  startZstd().catch(() => {});
  const source = await openPlace(place, (_, bytes) => {
    wholeBytes += bytes;
  });
  const folder = await openTables(source);
  const reading = firstPoints(folder);
  reading.catch(() => {});
  const parts = partsOf(folder);
  const isAll = folder.tiles.length <= 1;
  const first = await reading;
  const { fields: heads, ...about } = aboutFolder(folder);
  const own = once(() => withTopics(folder, isAll ? first : allPoints(folder)));
  let numbers: Promise<Numbers> | undefined;
  let tell: (numbers: Numbers) => void = () => {};
  const numbered = () => numbers ?? own();
  const rows = once(async () => {
    const { paperOf } = await numbered();
    const rowOf = new Uint32Array(paperOf.length);
    for (let row = 0; row < rowOf.length; row++) rowOf[paperOf[row]] = row;
    return rowOf;
  });
  const sizes = facetSizes(parts);
  const begun = {
    map: {
      ...about,
      ...(isAll ? { topics: plainTopics(about.topics, (await own()).topics) } : {}),
      ...first.columns,
    },
    years: first.years,
    papers: folder.head.papers,
    links: folder.head.links,
    fields: heads.filter(({ type }) => type !== "text").map(({ name }) => name),
    ...(sizes ? { facets: sizes } : {}),
    wholeBytes,
  };
  const whole = wholeReader(folder, own);
  const paperOfRow = async (row: number) => (await numbered()).paperOf[row];
  return {
    ...whole.steps,
    begun,
    get map() {
      return whole.map ?? { ...begun.map, ...withoutTexts(first.years), edges: [] };
    },
    points: own,
    number(given) {
      numbers ??= new Promise((done) => {
        tell = done;
      });
      if (given) tell(given);
    },
    async field(name) {
      const { paperOf } = await numbered();
      const reader = fieldReader();
      for (const [k, { first }] of folder.tiles.entries())
        for (const [i, value] of Array.from(await parts.field(k, name)).entries())
          if (value !== null && value !== undefined) reader.add(paperOf[first + i], [[name, value]]);
      const [field] = reader.finish(
        heads.filter((head) => head.name === name),
        folder.head.papers,
      );
      return "labels" in field && field.labels.length > MOST_LABELS ? null : field;
    },
    facets: pageFacets(parts, async () => (await numbered()).paperOf),
    async papers(asked, isBrief) {
      const [rowOf, { years }] = await Promise.all([rows(), numbered()]);
      return textsOf(parts, asked, (paper) => rowOf[paper], years, isBrief);
    },
    firstPapers: (asked, isBrief) => textsOf(parts, asked, (row) => row, first.years, isBrief),
    async linksOf(paper) {
      const [rowOf, { paperOf }] = await Promise.all([rows(), numbered()]);
      const links = await parts.links(rowOf[paper]);
      return links.map((link) => ({ ...link, other: paperOf[link.other] }));
    },
    async linksAmong(papers) {
      const [rowOf, { paperOf }] = await Promise.all([rows(), numbered()]);
      const links = await parts.linksAmong(papers.map((paper) => rowOf[paper]));
      return links.map((link) => numberedEnds(link, paperOf));
    },
    async evidence([a, b]) {
      const rowOf = await rows();
      return parts.evidence(rowOf[a], rowOf[b]);
    },
    async find(identities) {
      const found = await Promise.all(identities.map((identity) => parts.rowOf(identity)));
      return Promise.all(found.flatMap((row) => (row === undefined ? [] : [paperOfRow(row)])));
    },
    async lookUp(query) {
      const { rows: found, words } = await parts.search(query);
      return { papers: await Promise.all(found.map(paperOfRow)), words };
    },
  };
}

/** Reads all of a folder, step by step: what has come stays. @param points of all papers, which the page has asked for already */
function wholeReader(folder: OpenFolder, points: () => Promise<Points>) {
  let reader: MapReader | undefined;
  let map: TopicMap | undefined;
  let lists: PaperLists = { papers: [], terms: [], concepts: [] };
  const owners: Uint32Array[] = [];
  const begun = async () => {
    reader ??= await mapReader(folder, points());
    if (map) return reader;
    const { papers, terms, concepts } = reader.bare;
    lists = { papers: [...papers], terms: [...terms], concepts: [...concepts] };
    map = { ...reader.bare, ...lists };
    return reader;
  };
  return {
    get map() {
      return map;
    },
    steps: {
      async rest(): Promise<FolderRest> {
        const { bare, groups } = await begun();
        const { papers: _, terms: __, concepts: ___, edges: ____, ...head } = bare;
        return { map: head, groups };
      },
      async texts(group: number): Promise<PapersRead> {
        const read = await (await begun()).texts(group);
        owners[group] = read.paper;
        putTexts(lists, read.paper, read);
        return read;
      },
      async abstracts(group: number): Promise<readonly string[]> {
        const own = await (await begun()).abstracts(group);
        for (const [k, p] of owners[group].entries())
          lists.papers[p] = { ...lists.papers[p], abstract: own[k] };
        return own;
      },
      async links(): Promise<Pick<TopicMap, "edges" | "extra">> {
        const { links, bare } = await begun();
        map = withLinks({ ...bare, ...lists }, await links());
        return { edges: map.edges, ...(map.extra ? { extra: map.extra } : {}) };
      },
    },
  };
}
