import type { Emit, ReadOptions, Warn } from "../record.ts";
import { jsonRecord } from "./record.ts";
import { isObject } from "./value.ts";

/** Parses JSON; NaN and Infinity, which Python writes, count as null, trailing commas are dropped. @throws SyntaxError */
export function parseLenient(text: string): {
  readonly value: unknown;
  readonly repaired: string | undefined;
} {
  try {
    return { value: JSON.parse(text), repaired: undefined };
  } catch (error) {
    let repaired = "";
    const fixed = text.replace(
      /("(?:[^"\\]|\\.)*")|(-?\b(?:NaN|Infinity)\b)|(,)(?=\s{0,100}[\]}])|([\x00-\x08\x0b\x0c\x0e-\x1f])/g,
      (all, string, number, comma) => {
        if (string !== undefined) return all;
        repaired =
          number !== undefined
            ? `${number} read as null`
            : comma !== undefined
              ? "trailing comma dropped"
              : "control character dropped";
        return number !== undefined ? "null" : "";
      },
    );
    if (repaired === "") throw error;
    return { value: JSON.parse(fixed), repaired };
  }
}

/** Takes one parsed item: emits its record, or tells why there is none. */
export function itemTaker(emit: Emit, warn: Warn, options: ReadOptions) {
  let ordinal = 0;
  return (text: string, line: number, name = "item"): boolean => {
    ordinal++;
    const record = `${name} ${ordinal}`;
    let value: unknown;
    try {
      const parsed = parseLenient(text);
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
    emit({ line, record, ...raw });
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
