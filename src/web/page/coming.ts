import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { FacetName } from "../../folder/index-shapes.ts";
import type { LinkEvidence } from "../../folder/link-evidence.ts";
import type { Topic } from "../../model/topic.ts";
import type { FoundName } from "../../worker/found-name.ts";
import type { MapState } from "./map-state.ts";
import * as state from "./state.ts";

/** Concepts, venues and authors that are read when somebody looks for them. */
export interface PartFacets {
  /** How many there are. */
  size(name: FacetName): number;
  /** Whether the commonest are there. */
  isRead(name: FacetName): boolean;
  /** Asks for the commonest. */
  want(name: FacetName): void;
  /** Asks for those that have a text in them. */
  find(name: FacetName, text: string, most: number): void;
  /** Those that the search tells of beside papers. */
  named(query: string): Promise<readonly FoundName[]>;
  /** Brings the papers of one. */
  bring(name: FacetName, value: string): Promise<void>;
}

/** What is still on its way of a map that is read out of a folder. */
export interface Coming {
  /** The share of all that has come, 0 to 1; undefined where no more comes by itself. */
  readonly share: ReadonlySignal<number | undefined>;
  /** How many papers the map has: at first those of the first tile are there. */
  readonly papers: number;
  /** How many links are to come; undefined once they are there. */
  readonly links: ReadonlySignal<number | undefined>;
  hasTexts(paper: number): boolean;
  hasAbstract(paper: number): boolean;
  hasLinks(paper: number): boolean;
  /** Asks for the texts and the abstract of a paper before its turn. */
  want(paper: number): void;
  /** Asks for what lists show of it. */
  wantBrief(paper: number): void;
  /** Asks for its links. */
  wantLinks(paper: number): void;
  /** Asks for the links between some papers, which take the place of those asked for before. */
  wantLinksAmong(papers: readonly number[]): void;
  /** Why two papers are linked, as far as the folder says it; undefined, and asked for, before that is there. */
  evidence(a: number, b: number): readonly LinkEvidence[] | undefined;
  /** Asks for the fields of all papers, where they do not come by themselves. */
  wantFields(): void;
  /** Brings the texts of some papers. @throws Error with a message for people where they will not come */
  bring(papers: readonly number[]): Promise<void>;
  /** Finds the papers with these identities, so that `Atlas.find` knows them. */
  find(identities: readonly string[]): Promise<void>;
  /** What papers are filtered by where their texts stay in the folder; absent where these come, or the folder does not say. */
  readonly facets?: PartFacets;
  /** Why texts and links are not read but where they are wanted, for people; undefined where all of them come. */
  readonly stays: string | undefined;
  /** Settles when all is there; rejected, with a message for people, where it will not come. */
  readonly whole: Promise<void>;
}

const comings = new WeakMap<MapState, Coming>();
/** Grows whenever more texts have come. */
export const arrived = signal(0);

/** Notes that a map comes in parts. */
export function setComing(now: MapState, coming: Coming): void {
  comings.set(now, coming);
}

/** What is still to come of a map; undefined of one that was there at once. */
export function comingOf(now: MapState): Coming | undefined {
  return comings.get(now);
}

/** Settles when all of the map is there. @throws Error with a message for people where it will not come */
export async function wholeOf(now: MapState | undefined): Promise<void> {
  await (now && comings.get(now))?.whole;
}

/** How many links of the map on the page are to come; undefined where they are there. */
export function linksToCome(): number | undefined {
  const now = state.current.value;
  return now && comings.get(now)?.links.value;
}

/** Asks for the fields of the map on the page, where they are read when somebody wants them. */
export function wantFields(): void {
  const now = state.current.peek();
  if (now) comings.get(now)?.wantFields();
}

/** Why what needs all texts of the map on the page cannot be had; undefined where it can. */
export function whyInParts(): string | undefined {
  const now = state.current.value;
  return now && comings.get(now)?.stays;
}

/** What the folder of a map in parts says of why two papers are linked; nothing before it is there. */
export function evidenceInParts(a: number, b: number): readonly LinkEvidence[] {
  const now = state.current.value;
  void arrived.value;
  return (now && comings.get(now)?.evidence(a, b)) ?? [];
}

/** What papers of a map are filtered by where their texts stay in its folder. */
export function facetsInParts(now: MapState | undefined): PartFacets | undefined {
  return now && comings.get(now)?.facets;
}

/** Asks for links between papers where links stay in the folder of a map; undefined where all of them come. */
export function linksInParts(now: MapState): Coming["wantLinksAmong"] | undefined {
  const coming = comings.get(now);
  return coming?.stays === undefined ? undefined : coming.wantLinksAmong;
}

/** The titles of papers where texts are read as they are looked at: those that are asked for are read. Undefined where all come. */
export function titlesInParts(now: MapState): ((paper: number) => string) | undefined {
  const coming = comings.get(now);
  if (coming?.stays === undefined) return undefined;
  void arrived.value;
  return (paper) => {
    if (!coming.hasTexts(paper)) coming.wantBrief(paper);
    return now.atlas.peek().map.papers[paper].title;
  };
}

/** How many papers the map on the page has, once all are there. */
export function papersOfAll(now: MapState): number {
  return comings.get(now)?.papers ?? now.atlas.value.count;
}

/** How many papers of each topic pass the other filters; of the papers that are drawn before the others come nobody asks, and topics have their sizes. */
export function shownByTopic(now: MapState): (topic: Pick<Topic, "id" | "size">) => number {
  const { count } = now.atlas.value;
  const shown = now.shownOf.topics.value;
  return papersOfAll(now) === count ? ({ id }) => shown[id] : ({ size }) => size;
}

/** Whether what lists show of a paper of the map on the page is to come: then it is asked for. */
export function lacksTexts(paper: number): boolean {
  return lacks(
    (coming) => coming.hasTexts(paper),
    (coming) => coming.wantBrief(paper),
  );
}

/** The same of all of its texts, with its abstract. */
export function lacksAbstract(paper: number): boolean {
  return lacks(
    (coming) => coming.hasAbstract(paper),
    (coming) => coming.want(paper),
  );
}

/** The same of its links. */
export function lacksLinks(paper: number): boolean {
  return lacks(
    (coming) => coming.hasLinks(paper),
    (coming) => coming.wantLinks(paper),
  );
}

function lacks(has: (coming: Coming) => boolean, want: (coming: Coming) => void): boolean {
  const now = state.current.value;
  const coming = now && comings.get(now);
  if (!coming || has(coming)) return false;
  // Whoever shows it hears when it comes.
  void arrived.value;
  want(coming);
  return true;
}
