import type { Format } from "../record.ts";
import { fieldPattern, readTaggedLines } from "../tagged.ts";
import { wosRecord } from "../wos.ts";

const FIRST = /^(?:FN (?:Clarivate|Thomson|ISI|.{0,40}Web of)|PT [A-Z]\s*$)/;

/** Web of Science plain text, also .ciw and the older ISI form. */
export const wos: Format = {
  name: "wos",
  begins: (line) => FIRST.test(line),
  detect(head) {
    const start = head.slice(0, 3000);
    if (/^FN (?:Clarivate|Thomson|ISI|.*Web of)/m.test(start)) return 3;
    return /^PT [A-Z]\s*$/m.test(start) && /^(?:AU|TI|SO|UT|AF) /m.test(head) ? 3 : 0;
  },
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: fieldPattern(/^([A-Z][A-Z0-9])(?!\S)(.*)/),
      // What wrote the file.
      between: /^(?:FN|VR)(?!\S)/,
      lists: new Set(["AU", "AF", "BE", "C1", "CR"]),
      closed: { first: "PT", last: ["ER", "EF"], starts: ["PT", "AU", "AF", "TI", "SO", "UT", "DT", "PY"] },
      begins: (tag) => tag === "PT",
      record: (tags, ordinal) =>
        wosRecord((name) => tags.peek(name), { line: tags.line, record: `record ${ordinal}` }, tags.names()),
    }),
};
