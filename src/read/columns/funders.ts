import type { RawField } from "../record.ts";
import { countryCode } from "./countries.ts";

/** Grants behind a name, and the same funder as a register has it. */
const GRANTS = /\s*(?:\[[^\]]*\]|Funding Source:.*)/g;
/**
 * The field `funders` of what a file says of grants, where it names none by themselves: Web of Science has
 * "Agency [grant, grant]; Agency", PubMed "grant/acronym/Agency/Country". What it says stays beside it, with the grants.
 */
export function withFunders(fields: RawField[], style: "brackets" | "bars", grants: string): RawField[] {
  const said = fields.find(([name]) => name === grants)?.[1];
  if (said === undefined || fields.some(([name]) => name === "funders")) return fields;
  const all = typeof said === "string" ? [said] : said;
  const found =
    style === "brackets" ? all.flatMap((text) => text.replace(GRANTS, "").split(";")) : all.map(behindGrant);
  const names = new Set(found.map((name) => name.trim()).filter((name) => name !== ""));
  return names.size === 0 ? fields : [...fields, ["funders", [...names]]];
}

/** Grants may have bars of their own; a country may stand last. */
function behindGrant(text: string): string {
  const parts = text.split("/");
  const last = parts.at(-1)?.trim() ?? "";
  const isPlace = parts.length > 2 && (last === "International" || countryCode(last) !== undefined);
  return isPlace ? (parts.at(-2) ?? "") : last;
}
