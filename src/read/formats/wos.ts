import { lineSplitter } from "../lines.ts";
import type { Format } from "../record.ts";
import { Tags } from "../tagged.ts";
import { wosRecord } from "../wos.ts";

const TAG = /^([A-Z][A-Z0-9])(?!\S)(.*)/;
/** Tags each of whose lines is a value of its own. */
const LISTS = new Set(["AU", "AF", "BE", "CR"]);

/** Web of Science plain text, also .ciw and the older ISI form. */
export const wos: Format = {
  name: "wos",
  detect(head) {
    const start = head.slice(0, 3000);
    if (/^FN (?:Clarivate|Thomson|ISI|.*Web of)/m.test(start)) return 3;
    return /^PT [A-Z]\s*$/m.test(start) && /^(?:AU|TI|SO|UT|AF) /m.test(head) ? 3 : 0;
  },
  create(emit, warn) {
    let tags: Tags | undefined;
    let tag = "";
    let records = 0;
    const endRecord = () => {
      if (tags === undefined) return;
      const record = tags;
      tags = undefined;
      emit(wosRecord((name) => record.all(name), { line: record.line, record: `record ${++records}` }));
    };
    const splitter = lineSplitter((line, number) => {
      const match = TAG.exec(line);
      if (match === null) {
        // A wrapped line; some lost their indent.
        if (LISTS.has(tag)) tags?.add(tag, line);
        else tags?.extend(line);
        return;
      }
      const [, name, value] = match;
      if (name === "ER" || name === "EF") return endRecord();
      if (name === "PT") {
        if (tags !== undefined)
          warn("a new record begins (PT) before the one before was ended; expected ER, ended here", {
            line: number,
          });
        endRecord();
      }
      // What wrote the file.
      if (name === "FN" || name === "VR") return;
      tags ??= new Tags(number);
      tags.add(name, value);
      tag = name;
    });
    return {
      push: splitter.push,
      end() {
        splitter.end();
        if (tags?.has("TI"))
          warn("the last record is not ended, expected ER (truncated?); read as it is", { line: tags.line });
        endRecord();
      },
    };
  },
};
