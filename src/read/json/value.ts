/** Reading values of any shape without trusting them. */

import { type Name, personOf } from "../../model/name.ts";
import { isObject } from "../../model/take.ts";

export { isObject };
export type JsonObject = Readonly<Record<string, unknown>>;

/** A member that the object itself has; never one of Object.prototype. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Follows a path of members and array positions. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path)
    found = typeof step === "number" ? (Array.isArray(found) ? found[step] : undefined) : member(found, step);
  return found;
}

const TEXT_MEMBERS = [
  "name",
  "display_name",
  "full_name",
  "value",
  "text",
  "title",
  "label",
  "en",
  "_",
  "#text",
] as const;

/** The text in a value: a string, a number, the first text of a list, or the name of an object; undefined otherwise. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) {
    const strings = value.filter((item) => typeof item === "string");
    if (strings.length > 0) return strings.length === value.length ? strings.join(" ") : strings[0];
    return value.length > 0 && !Array.isArray(value[0]) ? text(value[0]) : undefined;
  }
  for (const name of TEXT_MEMBERS) {
    const found = member(value, name);
    if (typeof found === "string") return found;
  }
  return undefined;
}

/** All texts of a list, or the pieces of one string. */
export function texts(value: unknown, split: (text: string) => string[] = (whole) => [whole]): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (Array.isArray(item) ? texts(item) : (text(item) ?? [])));
  const one = text(value);
  return one === undefined ? [] : split(one);
}

/** The parts of a CSL, Crossref or Zotero name, or the plain name. */
export function nameOf(value: unknown): string | Name | undefined {
  const part = (...names: readonly string[]) =>
    names.flatMap((name) => text(member(value, name)) ?? []).find((found) => found !== "") ?? "";
  const family = part("family", "lastName", "last_name", "LN");
  const given = part("given", "firstName", "first_name", "FN");
  if (family === "" && given === "") {
    const literal = part("literal");
    return literal === "" ? text(value) : { literal };
  }
  const particles = [part("dropping-particle"), part("non-dropping-particle")].filter((name) => name !== "");
  return personOf(family, given, particles.join(" "), part("suffix"));
}

/** The year of a CSL date: `{date-parts: [[2020, 1]]}`, `{raw}`, `{literal}`, a string or a number. */
export function dateOf(value: unknown): string | number | undefined {
  if (typeof value === "number" || typeof value === "string") return value;
  const parts = at(value, "date-parts", 0, 0) ?? member(value, "year");
  if (typeof parts === "number" || typeof parts === "string") return parts;
  if (Array.isArray(value) && (typeof value[0] === "number" || typeof value[0] === "string")) return value[0];
  const raw = member(value, "raw") ?? member(value, "literal") ?? member(value, "date") ?? value;
  return typeof raw === "number" || typeof raw === "string" ? raw : undefined;
}
