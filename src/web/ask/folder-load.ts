import { batch, effect, signal } from "@preact/signals-core";
import { type PaperLists, withoutTexts } from "../../folder/bare.ts";
import type { TopicMap } from "../../model/map.ts";
import { createAtlas } from "../../view/atlas.ts";
import type { Client } from "../../worker/page-client.ts";
import type { FolderBegun, PapersRead } from "../../worker/page-folder.ts";
import { messageOf, tell } from "../page/actions.ts";
import { arrived, type Coming } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** Texts and links of maps of more papers stay where they are: a browser would need gigabytes for them. */
const MOST = 200_000;
/** Milliseconds after which the rest is loaded also where no frame was drawn: on a page in the background there is none. */
const PATIENCE = 3000;
/** Shares of the work: texts, links, abstracts. */
const [TEXTS, LINKS] = [0.5, 0.7];

/** A map folder of which the points are there: its map, to be shown, and what brings the rest. */
export function bareMap({ map, identities, years }: FolderBegun): TopicMap & PaperLists {
  const yearOf = (p: number) => (Number.isNaN(years[p]) ? undefined : years[p]);
  return { ...map, ...withoutTexts(identities, yearOf), edges: [] };
}

/**
 * Brings the rest of a map that is shown, in the background: texts, links, then abstracts. Lists of the bare map are
 * filled in place while it comes; with the links it is another map in the same places.
 */
export function bringRest(
  now: MapState,
  client: Client,
  begun: FolderBegun,
  bare: TopicMap & PaperLists,
): Coming {
  const count = bare.papers.length;
  const share = signal<number | undefined>(0);
  const links = signal<number | undefined>(begun.links);
  /** 1 where texts are there, 2 where the abstract is, too. */
  const has = new Uint8Array(count);
  let lists: PaperLists = bare;
  const take = ({ paper, papers, terms, concepts }: PapersRead, level: 1 | 2) => {
    for (const [k, p] of paper.entries()) {
      if (has[p] >= level) continue;
      has[p] = level;
      lists.papers[p] = papers[k];
      lists.terms[p] = terms[k];
      lists.concepts[p] = concepts[k];
    }
    arrived.value++;
  };
  const inTurn = async <T>(ask: (group: number) => Promise<T>, use: (answer: T, group: number) => void) => {
    // One piece is read while the one before it is taken over.
    let next = ask(0);
    for (let group = 0; group < begun.groups; group++) {
      const answer = await next;
      if (group + 1 < begun.groups) next = ask(group + 1);
      next.catch(() => undefined);
      use(answer, group);
    }
  };
  const load = async () => {
    await firstFrame();
    if (count > MOST) {
      share.value = undefined;
      throw new Error(texts.coming.tooMany(count));
    }
    const owners: Uint32Array[] = [];
    await inTurn(
      (group) => client.ask("folderTexts", { group }),
      (read, group) => {
        owners[group] = read.paper;
        take(read, 1);
        share.value = (TEXTS * (group + 1)) / begun.groups;
      },
    );
    const linked = await client.ask("folderLinks", {});
    lists = { papers: [...lists.papers], terms: [...lists.terms], concepts: [...lists.concepts] };
    batch(() => {
      now.made.value = createAtlas({ ...now.made.peek().map, ...lists, ...linked });
      links.value = undefined;
    });
    share.value = LINKS;
    await inTurn(
      (group) => client.ask("folderAbstracts", { group }),
      (abstracts, group) => {
        for (const [k, p] of owners[group].entries()) {
          has[p] = 2;
          lists.papers[p] = { ...lists.papers[p], abstract: abstracts[k] };
        }
        share.value = LINKS + ((1 - LINKS) * (group + 1)) / begun.groups;
      },
    );
    await client.ask("folderEnd", {});
    arrived.value++;
    share.value = undefined;
    performance.mark("topograph whole");
  };
  const whole = load();
  whole.catch((error: unknown) => {
    share.value = undefined;
    if (state.current.peek() === now && count <= MOST) tell(`${texts.coming.failed} ${messageOf(error)}`);
  });
  const wanted = new Set<number>();
  const asked = new Set<number>();
  const askWanted = () => {
    const papers = [...wanted];
    wanted.clear();
    client.ask("folderPapers", { papers }).then(
      (read) => take(read, 2),
      (error: unknown) => console.warn("folderPapers", error),
    );
  };
  return {
    share,
    links,
    whole,
    hasTexts: (paper) => has[paper] > 0,
    hasAbstract: (paper) => has[paper] > 1,
    want(paper) {
      if (asked.has(paper)) return;
      asked.add(paper);
      if (wanted.size === 0) setTimeout(askWanted);
      wanted.add(paper);
    },
  };
}

/** Settles when the map was drawn. */
async function firstFrame(): Promise<void> {
  const drawn = new Promise<void>((done) => {
    effect(() => {
      if (state.mapView.value) requestAnimationFrame(() => setTimeout(done));
    });
  });
  await Promise.race([drawn, new Promise((done) => setTimeout(done, PATIENCE))]);
}
