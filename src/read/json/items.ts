import type { Emit, ReadOptions, Warn } from "../record.ts";
import { papersInside } from "./find-list.ts";
import { jsonRecord } from "./record.ts";
import { isObject, type JsonObject } from "./value.ts";

const LITERALS: ReadonlyMap<string, string> = new Map([
  ["None", "null"],
  ["True", "true"],
  ["False", "false"],
]);

/**
 * Parses JSON. What Python and people write is put right: NaN, Infinity and None count as null, trailing commas and
 * remarks are dropped, raw line ends and control characters in strings become blanks. @throws SyntaxError
 */
export function parseLenient(text: string): {
  readonly value: unknown;
  readonly repaired: string | undefined;
} {
  try {
    return { value: JSON.parse(text), repaired: undefined };
  } catch (error) {
    let repaired = "";
    const fixed = text.replace(
      /("(?:[^"\\]|\\[\s\S])*(?:"|$))|(-?\b(?:NaN|Infinity)\b)|\b(None|True|False)\b|(,)(?=\s{0,100}[\]}])|(\/\*[^*]{0,2000}\*\/|\/\/[^\n]{0,2000})|([\x00-\x08\x0b\x0c\x0e-\x1f])/g,
      (all, string, number, literal, comma, remark) => {
        if (string !== undefined) {
          const escaped = all.includes("\\")
            ? all.replace(ESCAPES, (one: string) => (ESCAPE.test(one) ? one : `\\${one}`))
            : all;
          if (escaped !== all) repaired = "a backslash that begins no escape read as itself";
          if (!CONTROL.test(string)) return escaped;
          repaired = "control characters or line ends in a string read as blanks";
          return escaped.replace(CONTROLS, " ");
        }
        if (number !== undefined || literal !== undefined) {
          const meant = LITERALS.get(literal) ?? "null";
          repaired = `${all} read as ${meant}`;
          return meant;
        }
        repaired =
          comma !== undefined
            ? "trailing comma dropped"
            : remark !== undefined
              ? "remark dropped"
              : "control character dropped";
        return "";
      },
    );
    if (repaired === "") throw error;
    return { value: JSON.parse(fixed), repaired };
  }
}

const ESCAPES = /\\(?:u[\da-fA-F]{4}|["\\/bfnrt]|)/g;
const ESCAPE = /^\\./;
const CONTROL = /[\x00-\x1f]/;
const CONTROLS = /[\x00-\x1f]+/g;

/** Takes one item, as text or parsed: emits its record, or tells why there is none. */
export function itemTaker(emit: Emit, warn: Warn, options: ReadOptions) {
  let ordinal = 0;
  const take = (item: string | JsonObject, line: number, name = "item"): boolean => {
    ordinal++;
    const record = `${name} ${ordinal}`;
    let value: unknown = item;
    try {
      const parsed = typeof item === "string" ? parseLenient(item) : { value: item, repaired: undefined };
      value = parsed.value;
      if (parsed.repaired !== undefined) warn(`invalid JSON: ${parsed.repaired}`, { line, record });
    } catch (error) {
      const several = typeof item === "string" ? valuesIn(item) : [];
      if (several.length > 0) {
        const what = several.length > 1 ? `${several.length} values` : "a value and other text";
        warn(
          `invalid JSON: found ${what} with nothing between them, expected one; what can be read was read`,
          {
            line,
            record,
          },
        );
        ordinal--;
        return several.map((one) => take(one.text, line + one.line - 1, name)).some(Boolean);
      }
      warn(`invalid JSON: ${reason(error)}; expected an object; the ${name} was left out`, { line, record });
      return false;
    }
    if (!isObject(value)) {
      warn(`found ${kindOf(value)}, expected an object with a title; the ${name} was left out`, {
        line,
        record,
      });
      return false;
    }
    const raw = jsonRecord(value, options.columns);
    if (raw === undefined) {
      const inside = papersInside(value);
      if (inside.length > 0) {
        ordinal--;
        for (const paper of inside) take(paper, line, name);
        return true;
      }
      warn(
        `no title among the members ${Object.keys(value).slice(0, 8).join(", ")}; the ${name} was left out`,
        {
          line,
          record,
        },
      );
      return false;
    }
    emit(Object.assign(raw, { line, record }));
    return true;
  };
  return take;
}

/** The values of a text that should hold one: `{…}{…}`, objects of a list without a comma, an object before junk. */
function valuesIn(item: string): { readonly text: string; readonly line: number }[] {
  const found: { readonly text: string; readonly line: number }[] = [];
  let depth = 0;
  let start = 0;
  let line = 1;
  let startLine = 1;
  let inString = false;
  for (let i = 0; i < item.length; i++) {
    const c = item[i];
    if (c === "\n") line++;
    if (inString) {
      if (c === "\\") i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === "{" || c === "[") {
      if (depth++ > 0) continue;
      start = i;
      startLine = line;
    } else if ((c === "}" || c === "]") && depth > 0 && --depth === 0)
      found.push({ text: item.slice(start, i + 1), line: startLine });
  }
  return found.some(({ text }) => text.length === item.length) ? [] : found;
}

/** What JSON.parse said, without the excerpt that some engines add. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) return "it is too long, or nested too deep";
  return /end of JSON|unterminated|Unexpected end/i.test(message)
    ? "it ends too early (truncated)"
    : message.replace(/, ?"?\.{3}[\s\S]*$|"[\s\S]{60,}$| is not valid JSON$/g, "");
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
