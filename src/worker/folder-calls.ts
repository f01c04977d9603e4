import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { readPoints } from "./folder-points.ts";
import { beginFolder, type PageFolder } from "./page-folder.ts";
import type { CallName, Calls } from "./page-messages.ts";
import type { GivenIndex } from "./page-search.ts";

/** The calls that are about map folders. */
export type FolderCallName = Extract<CallName, `folder${string}`>;
type Handlers = { [K in FolderCallName]: (ask: Calls[K]["ask"]) => Promise<Calls[K]["answer"]> };

/** Whether a call is about map folders. */
export function isOfFolder(call: CallName): call is FolderCallName {
  return call.startsWith("folder");
}

/**
 * What the page asks of a map folder.
 * @param hold makes a map that of the page
 * @param open hands the whole map to the session
 */
export function folderCalls(hold: (map: TopicMap) => TopicMap, open: (map: TopicMap) => Promise<void>) {
  let folder: PageFolder | undefined;
  /** The map that was read of it, as far as it is there. */
  let mine: TopicMap | undefined;
  let isWhole = false;
  const opened = () => {
    if (!folder) throw new TopographError("input", "there is no map folder: open one first");
    return folder;
  };
  const handlers: Handlers = {
    async folder({ place }) {
      folder = await beginFolder(place);
      isWhole = false;
      mine = hold(folder.map);
      return folder.begun;
    },
    async folderPoints({ place }) {
      return place ? readPoints(place) : opened().points();
    },
    async folderNumbers({ numbers }) {
      opened().number(numbers);
      return true;
    },
    folderField: ({ name }) => opened().field(name),
    folderRest: () => opened().rest(),
    folderTexts: ({ group }) => opened().texts(group),
    folderAbstracts: ({ group }) => opened().abstracts(group),
    folderLinks: () => opened().links(),
    folderPapers: ({ papers, isBrief }) => opened().papers(papers, isBrief),
    folderFirst: ({ rows, isBrief }) => opened().firstPapers(rows, isBrief),
    folderLinksOf: ({ paper }) => opened().linksOf(paper),
    folderLinksAmong: ({ papers }) => opened().linksAmong(papers),
    folderEvidence: ({ papers }) => opened().evidence(papers),
    folderFind: ({ identities }) => opened().find(identities),
    folderFacet: ({ name, text, most }) => opened().facets.values(name, text, most),
    folderNames: ({ query }) => opened().facets.named(query),
    folderFacetValue: ({ name, value }) => opened().facets.papersWith(name, value),
    async folderEnd() {
      isWhole = true;
      mine = hold(opened().map);
      await open(mine);
      return true;
    },
  };
  return {
    handlers,
    /** The index of the folder where a map is of one. */
    indexOf: (map: TopicMap): GivenIndex | undefined =>
      folder && map.papers === mine?.papers ? { lookUp: folder.lookUp, hasTexts: isWhole } : undefined,
  };
}
