import { batch, effect, signal } from "@preact/signals-core";
import { type PaperLists, withoutTexts } from "../../folder/bare.ts";
import { withDetails } from "../../folder/packed-topics.ts";
import { once } from "../../kernel/once.ts";
import type { Field } from "../../model/field.ts";
import type { TopicMap } from "../../model/map.ts";
import { createAtlas } from "../../view/atlas.ts";
import type { FolderPlace } from "../../worker/folder-place.ts";
import type { FolderPoints } from "../../worker/folder-points.ts";
import type { Client } from "../../worker/page-client.ts";
import type { FolderBegun } from "../../worker/page-folder.ts";
import { messageOf, tell } from "../page/actions.ts";
import type { Coming } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { renumber } from "../page/renumber.ts";
import * as state from "../page/state.ts";
import { partsTexts } from "../texts/parts.ts";
import { startClient } from "./client.ts";
import { facetsOfFolder } from "./folder-facets.ts";
import { partsOfFolder } from "./folder-parts.ts";

/** Texts and links of maps of more papers stay where they are: a browser would need gigabytes for them. */
const MOST = 200_000;
/** Milliseconds after which the rest is loaded also where no frame was drawn: on a page in the background there is none. */
const PATIENCE = 3000;
/** Shares of the work: texts, links, abstracts. */
const [TEXTS, LINKS] = [0.5, 0.7];

/** The map of the first tile of a folder, to be shown, and what brings the rest. */
export async function firstTile(
  client: Client,
  place: FolderPlace,
): Promise<{ readonly map: TopicMap; bring(now: MapState): Coming }> {
  const begun = await client.ask("folder", { place });
  const map = { ...begun.map, ...withoutTexts(begun.years), edges: [] };
  return { map, bring: (now) => bringRest(now, client, place, begun, map) };
}

/**
 * Brings the rest of a map that is shown, in the background: the points of all papers, then texts, links and abstracts.
 * Lists of papers are filled in place while texts come; with the links it is another map in the same places.
 */
function bringRest(
  now: MapState,
  client: Client,
  place: FolderPlace,
  begun: FolderBegun,
  bare: TopicMap & PaperLists,
): Coming {
  const { wholeBytes } = begun;
  // When it is on the page.
  if (wholeBytes > 0) setTimeout(() => tell(partsTexts.noRanges(wholeBytes)));
  const share = signal<number | undefined>(0);
  const links = signal<number | undefined>(begun.links);
  const stays =
    begun.papers > MOST ? partsTexts.tooMany(begun.papers) : savesData() ? partsTexts.savesData : undefined;
  const known = new Map<string, number>();
  const parts = partsOfFolder(now, client, bare, known);
  const isAll = begun.papers === bare.papers.length;
  if (isAll) parts.number(bare);
  const points = (async () => {
    await firstFrame();
    if (isAll) return bare;
    const read = await (stays ? pointsAside(client, place) : client.ask("folderPoints", {}));
    const all = ofAllPoints(now.made.peek().map, begun, read);
    // Nobody names a row of another tile by now, and all of them are a column a million papers long.
    const numberOf = lookUp(read.paperOf.slice(0, bare.papers.length));
    batch(() => {
      parts.number(all, numberOf);
      renumber(now, createAtlas(all, known), numberOf);
    });
    return all;
  })();
  const fields = once(async () => {
    await points;
    const read: Field[] = [];
    for (const name of begun.fields) {
      const field = await client.ask("folderField", { name });
      if (field) read.push(field);
    }
    if (read.length > 0) now.made.value = createAtlas({ ...now.made.peek().map, fields: read }, known);
    performance.mark("topograph fields");
  });
  const wantFields = () => {
    if (stays !== undefined) fields().catch((error: unknown) => console.warn("folderField", error));
  };
  const load = async () => {
    const { x, y, size, topic, subtopic, leaf } = await points;
    performance.mark("topograph points");
    if (stays !== undefined) {
      share.value = undefined;
      throw new Error(stays);
    }
    const { map, groups } = await client.ask("folderRest", {});
    // What is drawn of the papers stays the same columns, so that nothing of it is made again.
    const rest = { ...map, x, y, size, topic, subtopic, ...(leaf ? { leaf } : {}) };
    /** The map with what the user calls it. */
    const put = (
      more: Pick<TopicMap, keyof PaperLists | "edges" | "extra">,
      identities?: ReadonlyMap<string, number>,
    ) => {
      const { title, subtitle } = now.made.peek().map;
      const said = { title, ...(subtitle === undefined ? {} : { subtitle }) };
      now.made.value = createAtlas({ ...rest, ...said, ...more }, identities);
    };
    const { papers, terms, concepts, edges } = now.made.peek().map;
    put({ papers, terms, concepts, edges }, known);
    const owners: Uint32Array[] = [];
    await inTurn(
      groups,
      (group) => client.ask("folderTexts", { group }),
      (read, group) => {
        owners[group] = read.paper;
        parts.take(read, 1);
        share.value = (TEXTS * (group + 1)) / groups;
      },
    );
    const linked = await client.ask("folderLinks", {});
    const lists = parts.copy();
    batch(() => {
      put({ ...lists, ...linked });
      links.value = undefined;
    });
    share.value = LINKS;
    await inTurn(
      groups,
      (group) => client.ask("folderAbstracts", { group }),
      (abstracts, group) => {
        for (const [k, p] of owners[group].entries())
          lists.papers[p] = { ...lists.papers[p], abstract: abstracts[k] };
        share.value = LINKS + ((1 - LINKS) * (group + 1)) / groups;
      },
    );
    parts.end();
    await client.ask("folderEnd", {});
    share.value = undefined;
    performance.mark("topograph whole");
  };
  const whole = load();
  whole.catch((error: unknown) => {
    share.value = undefined;
    const message = messageOf(error);
    if (state.current.peek() === now && message !== stays) tell(`${partsTexts.failed} ${message}`);
  });
  const facets = stays !== undefined && begun.facets && facetsOfFolder(now, client, begun.facets, points);
  return {
    ...parts.coming,
    ...(facets ? { facets } : {}),
    papers: begun.papers,
    share,
    links,
    stays,
    whole,
    wantFields,
  };
}

/** The map of all points. @param now what is shown: its title may have been written anew meanwhile */
function ofAllPoints(now: TopicMap, { map }: FolderBegun, { columns, topics, years }: FolderPoints) {
  return { ...now, ...columns, topics: withDetails(map.topics, topics), ...withoutTexts(years) };
}

/** A function that knows a column and nothing else. */
function lookUp(column: Uint32Array): (at: number) => number {
  return (at) => column[at];
}

/** Reads all points by a worker of their own, with which what a million of them leave in memory goes; the map's answers meanwhile. */
async function pointsAside(client: Client, place: FolderPlace): Promise<FolderPoints> {
  const aside = startClient();
  const told = client.ask("folderNumbers", {});
  try {
    const read = await aside.ask("folderPoints", { place });
    const { paperOf, years } = read;
    await told;
    await client.ask("folderNumbers", { numbers: { paperOf, years } });
    return read;
  } finally {
    aside.end();
  }
}

/** Asks for pieces one after another: one is read while the one before it is taken over. */
async function inTurn<T>(
  groups: number,
  ask: (group: number) => Promise<T>,
  use: (answer: T, group: number) => void,
): Promise<void> {
  let next = ask(0);
  for (let group = 0; group < groups; group++) {
    const answer = await next;
    if (group + 1 < groups) next = ask(group + 1);
    next.catch(() => undefined);
    use(answer, group);
  }
}

/** Whether the user asked the browser to load no more than is looked at. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
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
