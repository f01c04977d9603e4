import type { PaperLists } from "../../folder/bare.ts";
import { gatherLinks } from "../../folder/paper-links.ts";
import type { TopicMap } from "../../model/map.ts";
import { createAtlas } from "../../view/atlas.ts";
import type { Client } from "../../worker/page-client.ts";
import type { PapersRead } from "../../worker/page-folder.ts";
import { arrived, type Coming } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";

/** How much of a paper is there. */
const [TEXTS, ALL] = [1, 2];

/**
 * What is read of single papers out of a map folder before, or instead of, all of it: their texts, put into the map's
 * lists, and their links.
 * @param points settles with the map of which all papers are there
 * @param known gets the papers by identity, as their texts come
 */
export function partsOfFolder(
  now: MapState,
  client: Client,
  points: Promise<TopicMap & PaperLists>,
  known: Map<string, number>,
) {
  const links = gatherLinks();
  const linked = new Set<number>();
  /** How much of each paper is there; empty before all papers are. */
  let has = new Uint8Array();
  let lists: PaperLists = { papers: [], terms: [], concepts: [] };
  let isWhole = false;
  points.then(
    (map) => {
      lists = map;
      has = new Uint8Array(map.papers.length);
      arrived.value++;
    },
    () => undefined,
  );

  const take = ({ paper, papers, terms, concepts }: PapersRead, level: number) => {
    for (const [k, p] of paper.entries()) {
      if (has[p] >= level) continue;
      has[p] = level;
      lists.papers[p] = papers[k];
      lists.terms[p] = terms[k];
      lists.concepts[p] = concepts[k];
      known.set(papers[k].identity, p);
    }
    arrived.value++;
  };
  const bring = async (papers: readonly number[]) => {
    await points;
    const lacking = papers.filter((p) => has[p] < ALL);
    if (lacking.length > 0) take(await client.ask("folderPapers", { papers: lacking }), ALL);
  };
  const wanted = new Set<number>();
  const asked = new Set<number>();
  const askedLinks = new Set<number>();
  const askWanted = () => {
    const papers = [...wanted];
    wanted.clear();
    bring(papers).catch((error: unknown) => console.warn("folderPapers", error));
  };
  const takeLinks = async (paper: number) => {
    links.add(paper, await client.ask("folderLinksOf", { paper }));
    if (isWhole) return;
    linked.add(paper);
    now.made.value = createAtlas({ ...now.made.peek().map, edges: links.lists() }, known);
    arrived.value++;
  };
  const coming: Pick<
    Coming,
    "hasTexts" | "hasAbstract" | "hasLinks" | "want" | "wantLinks" | "bring" | "find"
  > = {
    hasTexts: (paper) => has[paper] >= TEXTS,
    hasAbstract: (paper) => has[paper] >= ALL,
    hasLinks: (paper) => isWhole || linked.has(paper),
    want(paper) {
      // Papers get other numbers when all are there, and whoever shows them asks anew.
      if (has.length === 0 || asked.has(paper)) return;
      asked.add(paper);
      if (wanted.size === 0) setTimeout(askWanted);
      wanted.add(paper);
    },
    wantLinks(paper) {
      if (has.length === 0 || askedLinks.has(paper)) return;
      askedLinks.add(paper);
      takeLinks(paper).catch((error: unknown) => console.warn("folderLinksOf", error));
    },
    bring,
    async find(identities) {
      await points;
      const unknown = identities.filter((identity) => !known.has(identity));
      if (unknown.length > 0 && !isWhole)
        await bring(await client.ask("folderFind", { identities: unknown }));
    },
  };
  return {
    coming,
    take,
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
