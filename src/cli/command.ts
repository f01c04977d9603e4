import type { PictureOptions } from "../export/picture.ts";
import type { ListOptions } from "../export/reading-list.ts";
import type { Source } from "../model/collection.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { Withheld } from "../model/map.ts";
import type { Parameters } from "../model/parameters.ts";
import type { FieldChoice } from "../read/columns/store.ts";
import type { GroupChoice } from "./groups.ts";

/** How inputs are read. */
export interface ReadChoices {
  readonly columns?: Readonly<Record<string, string>>;
  readonly encoding?: string;
  /** Which fields of papers are kept; absent: all. */
  readonly fields?: FieldChoice;
  /** Which groups the papers of which inputs are in. */
  readonly groups?: readonly GroupChoice[];
}

/** Everything `build` may be told; the other commands use parts of it. */
export interface BuildChoices extends ReadChoices {
  readonly inputs: readonly string[];
  /** What is read in the place of `inputs`. */
  readonly sources?: readonly Source[];
  readonly title?: string;
  /** Parameters from the command line; the contents of --stop-words, --synonyms and --keep-apart are read later. */
  readonly parameters: Partial<Parameters>;
  readonly stopWords?: string;
  readonly synonyms?: string;
  readonly keepApart?: string;
  /** Vectors of the papers, perhaps with "#column". */
  readonly vectors?: string;
  /** An earlier map to continue. */
  readonly base?: string;
  /** A graph that another program drew of the map: its places, topics, colours and labels are taken. */
  readonly places?: string;
  /** What words are weighed against; absent: what the earlier map was, else the default. */
  readonly background?: "none" | "default";
  readonly strict: boolean;
  readonly threads: number;
}

/** What is written. */
export interface WriteChoices {
  readonly outputs: readonly string[];
  readonly edges?: readonly EdgeKind[];
  readonly gexfVersion?: "1.2" | "1.3";
  readonly dynamic: boolean;
  /** Whether papers get measures of the graph. */
  readonly measures: boolean;
  readonly picture: PictureOptions;
  /** Which abstracts are left out of whatever is written; absent: none. */
  readonly withheld?: Withheld;
  /** A file of papers whose stars, notes and tags the map is to keep. */
  readonly marks?: string;
  /** How reading lists are written. */
  readonly list: ListOptions;
  /** Font files that are asked before the system's. */
  readonly fonts: readonly string[];
}

/** What `zotero` may be told beside what `build` may. */
export interface ZoteroChoices {
  /** Name, path or key of a collection; absent: the whole library. */
  readonly collection?: string;
  /** Where Zotero listens. */
  readonly port?: number;
  /** Whether the map follows the collection until it is interrupted. */
  readonly watch: boolean;
}

/** One parsed command line. */
export type Command =
  | { readonly name: "help"; readonly of?: string }
  | { readonly name: "version" }
  | ({ readonly name: "build"; readonly quiet: boolean } & BuildChoices & WriteChoices)
  | ({ readonly name: "inspect"; readonly quiet: boolean; readonly json: boolean } & BuildChoices)
  | ({ readonly name: "convert"; readonly quiet: boolean; readonly input: string } & WriteChoices)
  | ({
      readonly name: "serve";
      readonly quiet: boolean;
      readonly port?: number;
      readonly open: boolean;
      /** Whether the address has a token, without which the map cannot be read. */
      readonly token: boolean;
    } & BuildChoices)
  | {
      readonly name: "why";
      readonly quiet: boolean;
      readonly input: string;
      readonly papers: readonly [string, string];
    }
  | {
      readonly name: "similar";
      readonly quiet: boolean;
      readonly input: string;
      readonly paper: string;
      readonly count: number;
    }
  | { readonly name: "mcp"; readonly quiet: boolean; readonly input: string }
  | ({ readonly name: "zotero"; readonly quiet: boolean } & ZoteroChoices & BuildChoices & WriteChoices);
