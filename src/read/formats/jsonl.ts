import { itemTaker } from "../json/items.ts";
import { lineSplitter } from "../lines.ts";
import type { Format } from "../record.ts";

/** One JSON object a line. A line that is none is told of and skipped. */
export const jsonl: Format = {
  name: "jsonl",
  begins: (line) => /^\{\s*"[^"]{1,60}"\s*:/.test(line),
  detect(head, fileName) {
    const lines = head
      .slice(0, 50_000)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
    const named = /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(fileName);
    if (!lines.some((line) => line.trimStart().startsWith("{"))) return 0;
    const whole = lines.filter((line) => /^\s*\{.*\}\s*$/.test(line)).length;
    if (lines.length > 1 && whole >= (lines.length - 1) * 0.5) return 3;
    // Objects that go over several lines are JSON, whatever the name says.
    const begun = lines.filter((line) => /^\s*\{/.test(line)).length;
    return named && begun >= lines.length * 0.5 ? 3 : 0;
  },
  create(emit, warn, options) {
    const take = itemTaker(emit, warn, options);
    return lineSplitter((line, number) => {
      const item = line.trim();
      // Lines of an array that lost its brackets end in commas.
      if (item !== "") take(item.endsWith("},") ? item.slice(0, -1) : item, number, "line");
    });
  },
};
