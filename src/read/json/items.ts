import type { Emit, ReadOptions, Warn } from "../record.ts";
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
      /("(?:[^"\\]|\\[\s\S])*")|(-?\b(?:NaN|Infinity)\b)|\b(None|True|False)\b|(,)(?=\s{0,100}[\]}])|(\/\*[^*]{0,2000}\*\/|\/\/[^\n]{0,2000})|([\x00-\x08\x0b\x0c\x0e-\x1f])/g,
      (all, string, number, literal, comma, remark) => {
        if (string !== undefined) {
          if (!CONTROL.test(string)) return all;
          repaired = "control characters or line ends in a string read as blanks";
          return all.replace(CONTROLS, " ");
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

const CONTROL = /[\x00-\x1f]/;
const CONTROLS = /[\x00-\x1f]+/g;

/** Takes one item, as text or parsed: emits its record, or tells why there is none. */
export function itemTaker(emit: Emit, warn: Warn, options: ReadOptions) {
  let ordinal = 0;
  return (item: string | JsonObject, line: number, name = "item"): boolean => {
    ordinal++;
    const record = `${name} ${ordinal}`;
    let value: unknown = item;
    try {
      const parsed = typeof item === "string" ? parseLenient(item) : { value: item, repaired: undefined };
      value = parsed.value;
      if (parsed.repaired !== undefined) warn(`invalid JSON: ${parsed.repaired}`, { line, record });
    } catch (error) {
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
}

/** What JSON.parse said, without the excerpt that some engines add. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /end of JSON|unterminated|Unexpected end/i.test(message)
    ? "it ends too early (truncated)"
    : message.replace(/, ?"?\.{3}[\s\S]*$|"[\s\S]{60,}$| is not valid JSON$/g, "");
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
