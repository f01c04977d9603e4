import type { Draft } from "../clean/record.ts";
import type { RawField, RawRecord } from "../record.ts";
import { countryOf, institutionOf } from "./countries.ts";
import { besidePaths } from "./paths.ts";

const NONE: readonly RawField[] = [];

/** What a file says of the papers in it. */
export interface Origin {
  /** Its name; absent where all papers are from there. */
  readonly source?: string;
  /** What its papers have in the field `group`; absent where no file says so. */
  readonly groups?: readonly string[];
}

/**
 * All that a record says beside its paper: what its reader hands over, volume and issue, what stands where a paper has a
 * value but could not be read as one, and where it is from.
 */
export function recordFields(raw: RawRecord, draft: Draft, { source, groups }: Origin): readonly RawField[] {
  const { volume, issue } = raw;
  const read = raw.fields && besidePaths(raw.fields);
  const fields = groups === undefined ? read : read?.map(besideGroup);
  const more: RawField[] = fields === undefined ? [] : fromAddresses(fields);
  if (volume) more.push(["volume", volume]);
  if (issue) more.push(["issue", issue]);
  if (source !== undefined && !fields?.some(([name]) => name === "source")) more.push(["source", [source]]);
  if (groups !== undefined) more.push(["group", groups]);
  if (draft.year === undefined && raw.year !== undefined) more.push(["year", String(raw.year)]);
  if (draft.language === undefined && raw.language) more.push(["language", raw.language]);
  if (draft.citations === undefined && raw.citations !== undefined)
    more.push(["citations", String(raw.citations)]);
  if (draft.doi === undefined && draft.url === undefined && raw.doi) more.push(["doi", raw.doi]);
  if (draft.url === undefined && raw.url) more.push(["url", raw.url]);
  if (more.length === 0) return fields ?? NONE;
  return fields === undefined || fields.length === 0 ? more : [...fields, ...more];
}

/** A field of the file's own under another name: the groups are those of the command line. */
function besideGroup(field: RawField): RawField {
  const [name, ...rest] = field;
  return name === "group" ? ["group (2)", ...rest] : field;
}

/** Institutions and countries of the affiliations, where a source does not name them itself. */
function fromAddresses(fields: readonly RawField[]): RawField[] {
  const addresses = fields.find(([name]) => name === "affiliations")?.[1];
  if (addresses === undefined) return [];
  const all = typeof addresses === "string" ? [addresses] : addresses;
  const has = (name: string) => fields.some(([own, value]) => own === name && value.length > 0);
  const made: RawField[] = [];
  for (const [name, find] of [
    ["institutions", institutionOf],
    ["countries", countryOf],
  ] as const)
    if (!has(name)) made.push([name, [...new Set(all.flatMap((address) => find(address) ?? []))]]);
  return made;
}
