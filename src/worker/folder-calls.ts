import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import type { PageFolder } from "./page-folder.ts";
import type { CallName, Calls } from "./page-messages.ts";
import { type GivenIndex, WAITED } from "./page-search.ts";

type Name = Extract<CallName, `folder${string}`>;
type Handlers = { [K in Name]: (ask: Calls[K]["ask"]) => Promise<Calls[K]["answer"]> };

/**
 * What the page asks of a map folder.
 * @param hold makes a map that of the page
 * @param open hands the whole map to the session
 */
export function folderCalls(hold: (map: TopicMap) => TopicMap, open: (map: TopicMap) => void) {
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
      // Its code is loaded with the first folder.
      folder = await (await import("./page-folder.ts")).beginFolder(place);
      isWhole = false;
      mine = hold(folder.map);
      return folder.begun;
    },
    async folderPoints({ place }) {
      return place ? (await import("./page-folder.ts")).readPoints(place) : opened().points();
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
    folderPapers: ({ papers }) => opened().papers(papers),
    folderFirst: ({ rows }) => opened().firstPapers(rows),
    folderLinksOf: ({ paper }) => opened().linksOf(paper),
    folderFind: ({ identities }) => opened().find(identities),
    async folderEnd() {
      isWhole = true;
      mine = hold(opened().map);
      open(mine);
      return true;
    },
  };
  return {
    handlers,
    /** The index of the folder where a map is of one. */
    indexOf: (map: TopicMap): GivenIndex | undefined =>
      folder && map.papers === mine?.papers
        ? { lookUp: folder.lookUp, isEnough: !isWhole || map.papers.length > WAITED }
        : undefined,
  };
}
