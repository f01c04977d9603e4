import { performance } from "node:perf_hooks";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toRis } from "../../src/export/ris.ts";
import { type Random, seededRandom } from "../../src/kernel/random.ts";
import type { Collection } from "../../src/model/collection.ts";
import { readPapers } from "../../src/read/read.ts";
import { sampleMap } from "../sample-map.ts";
import type { Failure } from "./mutations.ts";
import { source } from "./reading.ts";
import { WRITERS, write } from "./samples.ts";

const LIMIT = 5000;
const LONGEST_CHUNK = 4000;
const FORMATS = Object.keys(WRITERS);
const NOUNS = "river lake delta gauge soil bird forest glacier map code graph vaccine robot climate".split(
  " ",
);

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)];
const read = (content: string | Uint8Array, name = "file") => readPapers([source(name, content)]);
const words = (count: number, random: Random) =>
  Array.from({ length: count }, () => pick(NOUNS, random)).join(" ");

/** Records in which nothing is alike but the form. */
function randomRecords(count: number, mark: string, random: Random) {
  return Array.from({ length: count }, (_, i) => ({
    title: `Study ${mark}${i} of the ${words(3, random)}`,
    abstract: `Here the ${words(9, random)} is measured ${mark}${i} times.`,
    author: pick(["Mette Larsen", "Chidi Okafor", "Jörg Müller"], random),
    year: 1950 + Math.floor(random() * 70),
  }));
}

/** A stretch of whole lines of one file. */
function chunkOf(text: string, random: Random): string {
  const from = text.lastIndexOf("\n", Math.floor(random() * text.length)) + 1;
  const to = text.indexOf("\n", from + Math.floor(random() * LONGEST_CHUNK));
  return text.slice(from, to < 0 ? text.length : to + 1);
}

/** What must hold of any collection, however its file was treated. */
function unsound({ papers }: Collection): string | undefined {
  for (const { title, doi = "", identity } of papers)
    for (const text of [title, doi, identity])
      if (!text.isWellFormed() || /[\0-\x1f]/.test(text)) return `not well-formed: ${JSON.stringify(text)}`;
  return papers.some(({ title }) => title === "") ? "a paper without a title" : undefined;
}

/** A chunk of another file in the middle of one: nothing may throw, and what is read is well-formed. */
async function swapChunks(files: readonly string[], random: Random): Promise<string | undefined> {
  const text = pick(files, random).slice(0, 20_000);
  const at = text.lastIndexOf("\n", Math.floor(random() * text.length)) + 1;
  return unsound(await read(text.slice(0, at) + chunkOf(pick(files, random), random) + text.slice(at)));
}

/** Whole files of two to four formats, one behind the other: every title is read, or it is said that something is not. */
async function joinFiles(_files: readonly string[], random: Random): Promise<string | undefined> {
  const parts = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => ({
    format: pick(FORMATS, random),
    records: randomRecords(2, "abcd"[i], random),
  }));
  const collection = await read(parts.map(({ format, records }) => write(format, records)).join(""));
  const expected = parts.flatMap(({ records }) => records.map(({ title }) => title));
  const found = collection.papers.map(({ title }) => title);
  const formats = parts.map(({ format }) => format).join(" + ");
  const junk = found.find((title) => !expected.includes(title));
  if (junk !== undefined) return `${formats}: ${JSON.stringify(junk)} is none of the titles`;
  const lost = expected.filter((title) => !found.includes(title));
  const told = collection.files[0].warningCount > 0 || collection.files[0].refusal !== undefined;
  return lost.length > 0 && !told ? `${formats}: ${lost.length} lost in silence` : undefined;
}

/** A stretch torn out of a record: it, and one neighbour on each side, may be lost. */
async function tearRecord(_files: readonly string[], random: Random): Promise<string | undefined> {
  const format = pick(FORMATS, random);
  const records = randomRecords(6, "t", random);
  const text = write(format, records);
  const begin = text.indexOf(records[2].title);
  const at = begin + Math.floor(random() * (text.indexOf(records[3].title) - begin));
  const { papers, files } = await read(
    text.slice(0, at) + text.slice(at + Math.floor(random() * 60)),
    WRITERS[format].name,
  );
  const found = new Set(papers.map(({ title }) => title));
  const lost = [0, 5].filter((i) => !found.has(records[i].title));
  if (lost.length > 0) return `${format}: record ${lost.join()} lost with the torn one`;
  return found.size < 4 && files[0].warningCount === 0 ? `${format}: lost in silence` : undefined;
}

/** UTF-16 in both orders, as bytes. */
function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = Array.from(mark ? `\ufeff${text}` : text, (c) => c.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

/** The same file in another encoding gives the same titles and authors. */
async function flipEncoding(_files: readonly string[], random: Random): Promise<string | undefined> {
  const format = pick(FORMATS, random);
  const text = write(format, randomRecords(5, "e", random));
  const encodings: readonly (readonly [string, Uint8Array])[] = [
    ["UTF-8 with BOM", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16LE with BOM", utf16(text, false, true)],
    ["UTF-16BE with BOM", utf16(text, true, true)],
    ["UTF-16LE", utf16(text, false, false)],
    ["windows-1252", Uint8Array.from(text, (c) => c.charCodeAt(0))],
    ["CRLF", new TextEncoder().encode(text.replaceAll("\n", "\r\n"))],
    ["CR", new TextEncoder().encode(text.replaceAll("\n", "\r"))],
  ];
  const [name, bytes] = pick(encodings, random);
  const said = ({ papers }: Collection) =>
    JSON.stringify(papers.map((p) => [p.title, p.authors, p.abstract]));
  const plain = await read(text, WRITERS[format].name);
  return said(await read(bytes, WRITERS[format].name)) === said(plain)
    ? undefined
    : `${format} in ${name} differs`;
}

/** Read, written as RIS or BibTeX, read again: no title, DOI or year is lost or changed. */
async function writeAndRead(files: readonly string[], random: Random): Promise<string | undefined> {
  const text = pick(files, random);
  const { papers } = await read(text.slice(0, text.lastIndexOf("\n", 30_000) + 1 || 30_000));
  const map = sampleMap({ papers, topics: [], topic: new Int32Array(papers.length).fill(-1) });
  const [name, writer] = pick([["RIS", toRis] as const, ["BibTeX", toBibtex] as const], random);
  const again = await read([...writer(map)].join(""));
  // A stand-in made of a text loses its full stop as any title does; an address may tell a DOI that no field did.
  const known = new Map(again.papers.map((p) => [`${p.title.replace(/\.$/, "")} | ${p.year ?? ""}`, p.doi]));
  const dois = new Set(again.papers.map(({ doi }) => doi));
  const lost = papers
    .filter(
      (p) =>
        !known.has(`${p.title.replace(/\.$/, "")} | ${p.year ?? ""}`) ||
        (p.doi !== undefined && !dois.has(p.doi)),
    )
    .map((p) => `${p.title} | ${p.year ?? ""} | ${p.doi ?? ""}`);
  return lost.length > 0 ? `${name}: ${JSON.stringify(lost[0].slice(0, 200))} is not read again` : undefined;
}

const KINDS = { swapChunks, joinFiles, tearRecord, flipEncoding, writeAndRead };

/**
 * Treats files as people and programs do: chunks swapped, files joined, records torn, encodings flipped, written and
 * read again.
 * @param files the text of real files
 * @param seed every run is the same for the same seed
 */
export async function mutateStructure(
  files: readonly string[],
  runs: number,
  seed: number,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const kinds = Object.entries(KINDS);
  for (let run = 0; run < runs; run++) {
    const [name, kind] = kinds[run % kinds.length];
    const start = performance.now();
    try {
      const reason = await kind(files, seededRandom(seed, run));
      if (reason !== undefined) failures.push({ run, reason: `${name}: ${reason}` });
    } catch (error) {
      failures.push({ run, reason: `${name}: ${error instanceof Error ? error.stack : error}` });
    }
    const took = performance.now() - start;
    if (took > LIMIT) failures.push({ run, reason: `${name}: took ${took.toFixed(0)} ms` });
  }
  return failures;
}
