import { type Printed, UNKNOWN } from "./clean/printed.ts";
import { type Draft, type Drafted, withCleanAbstract } from "./clean/record.ts";
import type { Finding, Handed, Told } from "./front.ts";
import type { RawField } from "./record.ts";

/**
 * Findings as they go from thread to thread: all texts in one list, all numbers in one column. Objects would be copied
 * member by member, by their names, which takes twice as long.
 */
export interface Parcel {
  readonly texts: readonly string[];
  readonly numbers: Float64Array;
}

/** What a finding is. */
const TOLD = 0;
const BARE = 1;
const DRAFTED = 2;

const VENUES = ["unknown", "journal", "conference"] as const;
/** In the place of a number or the length of a list that is not there; of a text that is not there, "". */
const ABSENT = -1;
/** One empty list for all papers. */
const NONE: readonly string[] = [];

/** Packs findings. */
export function pack(findings: readonly Finding[]): Parcel {
  const packer = new Packer();
  for (const finding of findings)
    if ("message" in finding) packer.told(finding);
    else packer.handed(finding);
  return { texts: packer.texts, numbers: new Float64Array(packer.numbers) };
}

class Packer {
  readonly texts: string[] = [];
  readonly numbers: number[] = [];

  told({ message, where }: Told): void {
    this.numbers.push(TOLD, where?.line ?? ABSENT);
    this.texts.push(message);
    this.list(where?.record === undefined ? undefined : [where.record]);
  }

  handed({ drafted, fields, line = ABSENT, called, hasId, place }: Handed): void {
    const { texts, numbers } = this;
    numbers.push(drafted === undefined ? BARE : DRAFTED, line, hasId ? 1 : 0, place === undefined ? 0 : 1);
    if (place !== undefined) numbers.push(place[0], place[1]);
    texts.push(called);
    if (drafted !== undefined) this.drafted(drafted);
    numbers.push(fields.length);
    for (const [name, value, from = ""] of fields) {
      texts.push(name, from);
      if (typeof value === "string") {
        numbers.push(ABSENT);
        texts.push(value);
      } else this.list(value);
    }
  }

  private drafted({ draft, untitled, printed, noYear = "", isRaw }: Drafted): void {
    const { id, title, abstract, authors, names, keywords, references, aliases } = draft;
    const { year = ABSENT, citations = ABSENT, venue = "", doi = "", url = "", language = "" } = draft;
    this.texts.push(id, title, abstract, venue, doi, url, language, noYear);
    for (const values of [authors, names, keywords, references, aliases]) this.list(values);
    const { volume, issue, page, venue: kind } = printed;
    this.numbers.push(year, citations, untitled ? 1 : 0, isRaw ? 1 : 0);
    this.numbers.push(volume, issue, page, VENUES.indexOf(kind));
  }

  private list(values: readonly string[] | undefined): void {
    this.numbers.push(values?.length ?? ABSENT);
    for (const value of values ?? NONE) this.texts.push(value);
  }
}

/** Hands out what was packed, one by one; abstracts are cleaned that were left as they were read. */
export function unpack(parcel: Parcel, take: (finding: Finding) => void): void {
  const unpacker = new Unpacker(parcel);
  while (!unpacker.isEmpty()) take(unpacker.finding());
}

class Unpacker {
  private readonly parcel: Parcel;
  private nextText = 0;
  private nextNumber = 0;
  /** Papers of one venue that come together share its text. */
  private venue = "";

  constructor(parcel: Parcel) {
    this.parcel = parcel;
  }

  isEmpty(): boolean {
    return this.nextNumber === this.parcel.numbers.length;
  }

  finding(): Finding {
    const kind = this.number();
    const line = this.number();
    return kind === TOLD ? this.told(line) : this.handed(kind, line);
  }

  private told(line: number): Told {
    const message = this.text();
    const record = this.list();
    const where = { ...(line === ABSENT ? {} : { line }), ...(record && { record: record[0] }) };
    return { message, where };
  }

  private handed(kind: number, line: number): Handed {
    const hasId = this.number() === 1;
    const isPlaced = this.number() === 1;
    const handed: { -readonly [K in keyof Handed]: Handed[K] } = { called: "", hasId, fields: [] };
    if (line !== ABSENT) handed.line = line;
    if (isPlaced) handed.place = [this.number(), this.number()];
    handed.called = this.text();
    if (kind === DRAFTED) handed.drafted = this.drafted();
    handed.fields = this.fields();
    return handed;
  }

  private drafted(): Drafted {
    const [id, title, read, venue] = [this.text(), this.text(), this.text(), this.text()];
    const [doi, url, language, noYear] = [this.text(), this.text(), this.text(), this.text()];
    const [authors = NONE, names, keywords = NONE] = [this.list(), this.list(), this.list()];
    const [references = NONE, aliases = NONE] = [this.list(), this.list()];
    const [year, citations, untitled] = [this.number(), this.number(), this.number()];
    const abstract = this.number() === 1 ? withCleanAbstract(read, title) : read;
    const draft: { -readonly [K in keyof Draft]: Draft[K] } =
      names === undefined
        ? { id, title, abstract, authors, keywords, references, aliases }
        : { id, title, abstract, authors, names, keywords, references, aliases };
    if (year !== ABSENT) draft.year = year;
    if (venue !== this.venue) this.venue = venue;
    if (venue !== "") draft.venue = this.venue;
    if (doi !== "") draft.doi = doi;
    if (url !== "") draft.url = url;
    if (citations !== ABSENT) draft.citations = citations;
    if (language !== "") draft.language = language;
    const printed = this.printed();
    const isUntitled = untitled === 1;
    return noYear === ""
      ? { draft, untitled: isUntitled, printed }
      : { draft, untitled: isUntitled, printed, noYear };
  }

  private printed(): Printed {
    const [volume, issue, page, kind] = [this.number(), this.number(), this.number(), this.number()];
    const isUnknown = volume === 0 && issue === 0 && page === 0 && kind === 0;
    return isUnknown ? UNKNOWN : { volume, issue, page, venue: VENUES[kind] };
  }

  private fields(): readonly RawField[] {
    const fields: RawField[] = [];
    for (let left = this.number(); left > 0; left--) {
      const [name, from] = [this.text(), this.text()];
      fields.push([name, this.list() ?? this.text(), from === "" ? undefined : from]);
    }
    return fields;
  }

  private text(): string {
    return this.parcel.texts[this.nextText++];
  }

  private number(): number {
    return this.parcel.numbers[this.nextNumber++];
  }

  /** undefined where there is none. */
  private list(): readonly string[] | undefined {
    const count = this.number();
    if (count === ABSENT) return undefined;
    if (count === 0) return NONE;
    this.nextText += count;
    return this.parcel.texts.slice(this.nextText - count, this.nextText);
  }
}
