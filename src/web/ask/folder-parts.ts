import type { PaperLists } from "../../folder/bare.ts";
import type { LinkEvidence } from "../../folder/link-evidence.ts";
import { gatherLinks, type LinkBetween } from "../../folder/paper-links.ts";
import { createAtlas } from "../../view/atlas.ts";
import type { Client } from "../../worker/page-client.ts";
import type { PapersRead } from "../../worker/page-folder.ts";
import { messageOf, tell } from "../page/actions.ts";
import { arrived, type Coming } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";

/** How much of a paper is there: what lists show of it, or all texts but the abstract; all. */
const [TEXTS, ALL] = [1, 2];

/** What of a map that comes is read paper by paper. */
type ComingParts = Pick<
  Coming,
  | "hasTexts"
  | "hasAbstract"
  | "hasLinks"
  | "want"
  | "wantBrief"
  | "wantLinks"
  | "wantLinksAmong"
  | "evidence"
  | "bring"
  | "find"
>;

/**
 * What is read of single papers out of a map folder before, or instead of, all of it: their texts, put into the map's
 * lists, and their links.
 * @param bare the map of the first tile, whose papers are named by rows until `number` is told of all
 * @param known gets the papers by identity, as their texts come
 */
export function partsOfFolder(now: MapState, client: Client, bare: PaperLists, known: Map<string, number>) {
  const links = gatherLinks();
  const failedLinks = (error: unknown) => failed(error, [], askedLinks);
  const inSight = linksInSight(client, () => showLinks(), failedLinks);
  const evidence = evidenceOfLinks(client, failedLinks);
  const linked = new Set<number>();
  const askedLinks = new Set<number>();
  let lists = bare;
  /** How much of each paper is there. */
  let has = new Uint8Array(bare.papers.length);
  /** The number of a paper that was named by its row; undefined before all papers are there. */
  let paperOf: ((row: number) => number) | undefined;
  let isWhole = false;
  let begin = () => {};
  const numbered = new Promise<void>((done) => {
    begin = done;
  });

  const put = (p: number, level: number, from: Omit<PapersRead, "paper">, k: number) => {
    if (has[p] >= level) return;
    has[p] = level;
    lists.papers[p] = from.papers[k];
    lists.terms[p] = from.terms[k];
    lists.concepts[p] = from.concepts[k];
    known.set(from.papers[k].identity, p);
  };
  const take = (read: PapersRead, level: number, numberOf = (paper: number) => paper) => {
    for (const [k, paper] of read.paper.entries()) put(numberOf(paper), level, read, k);
    arrived.value++;
  };
  const bring = async (papers: readonly number[], level = ALL) => {
    await numbered;
    const lacking = papers.filter((p) => has[p] < level);
    if (lacking.length === 0) return;
    take(await client.ask("folderPapers", { papers: lacking, isBrief: level < ALL }), level);
  };
  const bringFirst = async (rows: readonly number[], level: number) => {
    // All may have come meanwhile.
    take(await client.ask("folderFirst", { rows, isBrief: level < ALL }), level, paperOf);
  };
  /** Says so; whoever looks at these papers again asks anew. */
  const failed = (error: unknown, papers: readonly number[], of: { delete(paper: number): boolean }) => {
    for (const paper of papers) of.delete(paper);
    if (state.current.peek() === now) tell(messageOf(error));
  };
  const asker = paperAsker(
    (papers, level) => (paperOf ? bring : bringFirst)(papers, level),
    (error, papers) => failed(error, papers, asker.asked),
  );
  const takeLinks = async (paper: number) => {
    links.add(paper, await client.ask("folderLinksOf", { paper }));
    if (isWhole) return;
    linked.add(paper);
    showLinks();
    arrived.value++;
  };
  const showLinks = () => {
    now.made.value = createAtlas({ ...now.made.peek().map, edges: links.lists(inSight.links) }, known);
  };
  const coming: ComingParts = {
    hasTexts: (paper) => has[paper] >= TEXTS,
    hasAbstract: (paper) => has[paper] >= ALL,
    hasLinks: (paper) => isWhole || linked.has(paper),
    want: (paper) => asker.want(paper, ALL),
    wantBrief: (paper) => asker.want(paper, TEXTS),
    wantLinks(paper) {
      // Papers get other numbers when all are there, and whoever shows them asks anew.
      if (!paperOf || askedLinks.has(paper)) return;
      askedLinks.add(paper);
      takeLinks(paper).catch((error: unknown) => failed(error, [paper], askedLinks));
    },
    wantLinksAmong(papers) {
      if (paperOf && !isWhole) inSight.want(papers);
    },
    evidence: (a, b) => (paperOf ? evidence(a, b) : undefined),
    bring,
    async find(identities) {
      await numbered;
      const unknown = identities.filter((identity) => !known.has(identity));
      if (unknown.length > 0 && !isWhole)
        await bring(await client.ask("folderFind", { identities: unknown }));
    },
  };
  return {
    coming,
    take,
    /** All papers are there, and named by their own numbers from now on. @param row → paper, where they had others */
    number(all: PaperLists, numberOf = (row: number) => row): void {
      const [first, had] = [lists, has];
      if (all !== bare) {
        lists = all;
        has = new Uint8Array(all.papers.length);
        for (const [row, level] of had.entries()) if (level > 0) put(numberOf(row), level, first, row);
      }
      paperOf = numberOf;
      asker.clear();
      begin();
      arrived.value++;
    },
    /** A copy of the lists, which takes their place. */
    copy(): PaperLists {
      lists = { papers: [...lists.papers], terms: [...lists.terms], concepts: [...lists.concepts] };
      isWhole = true;
      return lists;
    },
    /** All abstracts are there. */
    end(): void {
      has.fill(ALL);
      arrived.value++;
    },
  };
}

/**
 * Asks for papers that are wanted one by one, all of a moment together, each once.
 * @param bring brings as much of them as a level says
 */
function paperAsker(
  bring: (papers: readonly number[], level: number) => Promise<void>,
  failed: (error: unknown, papers: readonly number[]) => void,
) {
  /** Papers, and how much of each is wanted, and was asked for. */
  const wanted = new Map<number, number>();
  const asked = new Map<number, number>();
  const ask = () => {
    const all = [...wanted];
    wanted.clear();
    for (const level of [TEXTS, ALL]) {
      const papers = all.flatMap(([paper, own]) => (own === level ? [paper] : []));
      if (papers.length > 0) bring(papers, level).catch((error: unknown) => failed(error, papers));
    }
  };
  return {
    asked,
    want(paper: number, level: number): void {
      if ((asked.get(paper) ?? 0) >= level) return;
      asked.set(paper, level);
      if (wanted.size === 0) setTimeout(ask);
      wanted.set(paper, level);
    },
    clear(): void {
      asked.clear();
      wanted.clear();
    },
  };
}

/** The links between the papers that were asked for last. @param show is called when there are others */
function linksInSight(client: Client, show: () => void, failed: (error: unknown) => void) {
  let among: readonly number[] = [];
  let links: readonly LinkBetween[] = [];
  const take = async (papers: readonly number[]) => {
    const found = papers.length > 1 ? await client.ask("folderLinksAmong", { papers }) : [];
    if (among !== papers || found.length + links.length === 0) return;
    links = found;
    show();
  };
  return {
    get links() {
      return links;
    },
    want(papers: readonly number[]): void {
      const isSame = papers.length === among.length && papers.every((paper, k) => paper === among[k]);
      if (isSame) return;
      among = papers;
      take(papers).catch((error: unknown) => {
        among = [];
        failed(error);
      });
    },
  };
}

/** Reads why two papers are linked, once; again where it failed. @returns undefined while it is on its way */
function evidenceOfLinks(client: Client, failed: (error: unknown) => void) {
  const known = new Map<string, readonly LinkEvidence[] | undefined>();
  return (a: number, b: number) => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (known.has(key)) return known.get(key);
    known.set(key, undefined);
    client.ask("folderEvidence", { papers: [a, b] }).then(
      (told) => {
        known.set(key, told);
        arrived.value++;
      },
      (error: unknown) => {
        known.delete(key);
        failed(error);
      },
    );
    return undefined;
  };
}
