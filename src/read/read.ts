import { compareStrings } from "../kernel/compare.ts";
import type { Collection, Source } from "../model/collection.ts";
import { TopographError, throwIfCancelled } from "../model/errors.ts";
import type { Edit, TourStop } from "../model/map.ts";
import type { Merging } from "../model/match.ts";
import type { Paper } from "../model/paper.ts";
import type { Monitor } from "../model/progress.ts";
import type { FileReport } from "../model/report.ts";
import { type FieldChoice, fieldStore } from "./columns/store.ts";
import { FIELDS } from "./fields.ts";
import { type ReadFront, readHere } from "./front.ts";
import { MERGES_TOLD, paperGatherer } from "./gather.ts";
import { identityIssuer } from "./identity.ts";
import { decisionGatherer, withDecisions } from "./screening/gather.ts";
import { digestOf, type Hash } from "./source.ts";
import { apart, type Keep } from "./spilled.ts";
import { type WarningList, warningList } from "./warnings.ts";

export interface ReaderOptions extends Merging {
  /** Column or member name in the files → field ("Naslov" → "title"). */
  readonly columns?: ReadonlyMap<string, string>;
  /** Label of the WHATWG Encoding Standard ("gbk", "shift_jis", "windows-1252"); found out where absent. */
  readonly encoding?: string;
  /** Which fields are kept; default: all. */
  readonly fields?: FieldChoice;
  /** A faster sha256 where the platform has one (node:crypto); the digests are the same. */
  readonly createHash?: () => Hash;
  /** How papers are kept; as they are where absent. */
  readonly keep?: Keep;
  /** Turns sources into drafts of papers, perhaps on another thread; on this one where absent. The papers are the same. */
  readonly front?: ReadFront;
}

/**
 * Bytes → papers, each once. Sources are read in the order of base name, then digest, whatever order they come in;
 * formats are known by content; bad records become warnings and a file without papers a refusal in its report.
 * @throws TopographError (usage) for an unknown encoding or field; (cancelled) when the signal says so;
 * whatever a source's `chunks` throws
 */
export async function readPapers(
  sources: readonly Source[],
  options: ReaderOptions = {},
  monitor: Monitor = {},
): Promise<Collection> {
  checkOptions(options);
  const store = fieldStore(options.fields, options.keep && apart);
  const decisions = decisionGatherer(options.fields);
  const gatherer = paperGatherer(options, store, decisions, options.keep);
  const files: FileReport[] = [];
  const lists: WarningList[] = [];
  const edits: Edit[] = [];
  const tour: TourStop[] = [];
  const ordered = await inOrder(sources, options.createHash);
  const total = ordered.reduce((sum, source) => sum + (source.size ?? 0), 0);
  const isGrouped = ordered.some(({ groups }) => groups !== undefined);
  const { front = readHere(options.createHash), columns, encoding } = options;
  const frontOptions = { ...(columns ? { columns } : {}), ...(encoding === undefined ? {} : { encoding }) };
  let before = 0;

  for (const source of ordered) {
    const warnings = warningList(source.name);
    lists.push(warnings);
    const { take, tally } = gatherer.file(source.name, warnings);
    const origin = {
      ...(ordered.length > 1 ? { source: source.name } : {}),
      ...(isGrouped ? { groups: source.groups ?? [] } : {}),
    };
    const onBytes = (bytes: number) => {
      throwIfCancelled(monitor.signal);
      if (total > 0) monitor.onProgress?.("read", Math.min(1, (before + bytes) / total));
    };
    const read = await front(
      source,
      { ...frontOptions, amongOthers: ordered.length > 1, origin },
      { take, onBytes },
      monitor.signal,
    );
    before += source.size ?? 0;
    if (tally.merged > MERGES_TOLD)
      warnings.add(`duplicates: ${tally.merged} records in all were merged into papers read before them`);
    for (const { name, from } of read.fields) store.comesFrom(name, from);
    edits.push(...read.edits);
    tour.push(...read.tour);
    const refusal =
      tally.count > 0
        ? undefined
        : (read.refusal ??
          `no papers could be read${warnings.kept.length > 0 ? `: ${toldFirst(warnings.kept)}` : `: the file was taken for ${read.format}, but there is no record with a title in it. Expected ${EXPECTED}`}`);
    // Of a file that is no text at all, its odd bytes need no telling.
    const told = read.refusal === undefined;
    files.push({
      name: source.name,
      format: read.format,
      encoding: read.encoding,
      sha256: read.sha256,
      papers: tally.count,
      ...(source.groups === undefined || source.groups.length === 0 ? {} : { groups: source.groups }),
      merged: tally.merged,
      gaps: tally.gaps.gaps,
      warnings: told ? warnings.kept : [],
      warningCount: told ? warnings.count : 0,
      ...(refusal === undefined ? {} : { refusal }),
    });
  }
  gatherer.close();
  const identify = identityIssuer();
  // The drafts become the papers: a copy of each would be a second collection for a while.
  const papers: Paper[] = gatherer.papers.map((draft, i) =>
    Object.assign(draft, { identity: identify(gatherer.identities[i]) }),
  );
  const merged = files.reduce((sum, file) => sum + (file.merged ?? 0), 0);
  const { fields: own, leftOut } = store.finish(papers.length);
  const fields = withDecisions(own, decisions.finish(papers.length));
  const places = placesOf(gatherer.placed, papers.length);
  return {
    papers,
    ...(places ? { places } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    // With what was only known at the end: warnings of decisions.
    files: files.map((file, k) =>
      file.warnings === lists[k].kept ? { ...file, warningCount: lists[k].count } : file,
    ),
    merged,
    matches: gatherer.matches,
    gaps: gatherer.gaps,
    edits,
    tour,
  };
}

/** The places that drawings gave as columns; undefined where they do not tell two papers apart. */
function placesOf(
  placed: ReadonlyMap<number, readonly [number, number]>,
  count: number,
): Collection["places"] {
  const distinct = new Set<string>();
  for (const [x, y] of placed.values()) if (distinct.size < 2) distinct.add(`${x} ${y}`);
  if (distinct.size < 2) return undefined;
  const column = (k: 0 | 1) =>
    Float32Array.from({ length: count }, (_, i) => placed.get(i)?.[k] ?? Number.NaN);
  return { x: column(0), y: column(1) };
}

const EXPECTED = "records with titles in BibTeX, RIS, CSV, JSON, XML or plain text";

function toldFirst(warnings: FileReport["warnings"]): string {
  return warnings
    .slice(0, 3)
    .map(
      (w) =>
        `${w.line === undefined ? "" : `line ${w.line}: `}${w.record === undefined ? "" : `${w.record}: `}${w.message}`,
    )
    .join("; ");
}

/** By base name, then by digest; digests are taken only where names are the same. */
async function inOrder(sources: readonly Source[], createHash?: () => Hash): Promise<Source[]> {
  const names = new Map<string, number>();
  for (const source of sources) names.set(source.name, (names.get(source.name) ?? 0) + 1);
  const keyed = await Promise.all(
    sources.map(async (source) => ({
      source,
      digest: (names.get(source.name) ?? 0) > 1 ? await digestOf(source, createHash) : "",
    })),
  );
  return keyed
    .sort((a, b) => compareStrings(a.source.name, b.source.name) || compareStrings(a.digest, b.digest))
    .map(({ source }) => source);
}

function checkOptions({ columns, encoding }: ReaderOptions): void {
  if (encoding !== undefined)
    try {
      new TextDecoder(encoding);
    } catch {
      throw new TopographError(
        "usage",
        `encoding is ${JSON.stringify(encoding)}; expected a label such as utf-8, utf-16le, windows-1252, gbk, shift_jis, big5, euc-kr`,
      );
    }
  const fields: readonly string[] = FIELDS;
  for (const [column, field] of columns ?? [])
    if (!fields.includes(field))
      throw new TopographError(
        "usage",
        `columns: ${column} is mapped to ${field}; expected one of ${fields.join(", ")}`,
      );
}
