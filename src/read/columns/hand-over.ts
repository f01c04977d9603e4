import type { Draft } from "../clean/record.ts";
import type { RawField, RawRecord } from "../record.ts";
import { countryOf, institutionOf } from "./countries.ts";

const NONE: readonly RawField[] = [];

/**
 * All that a record says beside its paper: what its reader hands over, volume and issue, what stands where a paper has a
 * value but could not be read as one, and the file that it is from, where there are several.
 */
export function recordFields(raw: RawRecord, draft: Draft, source: string | undefined): readonly RawField[] {
  const { fields, volume, issue } = raw;
  const more: RawField[] = fields === undefined ? [] : fromAddresses(fields);
  if (volume) more.push(["volume", volume]);
  if (issue) more.push(["issue", issue]);
  if (source !== undefined && !fields?.some(([name]) => name === "source")) more.push(["source", [source]]);
  if (draft.year === undefined && raw.year !== undefined) more.push(["year", String(raw.year)]);
  if (draft.language === undefined && raw.language) more.push(["language", raw.language]);
  if (draft.citations === undefined && raw.citations !== undefined)
    more.push(["citations", String(raw.citations)]);
  if (draft.doi === undefined && draft.url === undefined && raw.doi) more.push(["doi", raw.doi]);
  if (draft.url === undefined && raw.url) more.push(["url", raw.url]);
  if (more.length === 0) return fields ?? NONE;
  return fields === undefined || fields.length === 0 ? more : [...fields, ...more];
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
