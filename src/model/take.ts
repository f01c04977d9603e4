import { GREY, isColor } from "./color.ts";
import { TopographError } from "./errors.ts";
import type { Entries } from "./map.ts";

/** A JSON object being read: each key is taken once, `rest` is what nobody took. Errors name the record and the key. */
export interface Field {
  readonly where: string;
  take(key: string): unknown;
  /** A string, or undefined where there is none; other types count as none. */
  text(key: string): string | undefined;
  needText(key: string): string;
  number(key: string): number | undefined;
  needNumber(key: string): number;
  /** A whole number from −1 to 2³¹−1. */
  whole(key: string): number | undefined;
  /** The strings of an array; everything else in it is left out. */
  strings(key: string): readonly string[];
  list(key: string): readonly unknown[];
  objects(key: string): readonly Readonly<Record<string, unknown>>[];
  /** `#rrggbb`, else grey. */
  color(key: string): string;
  rest(): Entries;
  error(key: string, expected: string, found?: unknown): TopographError;
}

/** The members of a JSON object. @throws TopographError (input) where the value is none */
export function members(value: unknown, where: string): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TopographError("input", `${where}: expected an object, found ${show(value)}`);
  return new Map(Object.entries(value));
}

/** Starts reading an object. @throws TopographError (input) where the value is none */
export function field(value: unknown, where: string): Field {
  const left = value instanceof Map ? new Map<string, unknown>(value) : members(value, where);
  const take = (key: string) => {
    const found = left.get(key);
    left.delete(key);
    return found;
  };
  const list = (key: string) => {
    const found = take(key);
    return Array.isArray(found) ? (found as unknown[]) : [];
  };
  const error = (key: string, expected: string, found?: unknown) =>
    new TopographError("input", `${where}: ${key} is ${show(found)}; expected ${expected}`);
  const need = <T>(key: string, expected: string, read: (value: unknown) => T | undefined): T => {
    const found = take(key);
    const read_ = read(found);
    if (read_ === undefined) throw error(key, expected, found);
    return read_;
  };
  return {
    where,
    take,
    list,
    error,
    text: (key) => asText(take(key)),
    needText: (key) => need(key, "a string", asText),
    number: (key) => asNumber(take(key)),
    needNumber: (key) => need(key, "a number", asNumber),
    whole: (key) => {
      const found = asNumber(take(key));
      return found !== undefined && Number.isInteger(found) && found >= -1 && found <= 0x7fffffff
        ? found
        : undefined;
    },
    strings: (key) => list(key).filter((item) => typeof item === "string"),
    objects: (key) => list(key).filter(isObject),
    color: (key) => {
      const found = asText(take(key));
      return isColor(found) ? found : GREY;
    },
    rest: () => [...left],
  };
}

/** A finite number, or undefined. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Whether a value is an object with members: no list, no null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as an error shows it: short. */
function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
