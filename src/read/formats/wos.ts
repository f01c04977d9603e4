import { lineSplitter } from "../lines.ts";
import type { Format } from "../record.ts";
import { Tags } from "../tagged.ts";
import { wosRecord } from "../wos.ts";

const TAG = /^([A-Z][A-Z0-9])(?: (.*)|\s*$)/;
/** Tags each of whose lines is a value of its own. */
const LISTS = new Set(["AU", "AF", "BA", "BF", "BE", "CR", "C1", "RI", "OI"]);

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
    let pieces: string[] = [];
    let records = 0;
    const endField = () => {
      if (tags !== undefined && tag !== "") {
        if (LISTS.has(tag)) for (const piece of pieces) tags.add(tag, piece);
        else tags.add(tag, pieces.join(" "));
      }
      tag = "";
      pieces = [];
    };
    const endRecord = () => {
      endField();
      if (tags !== undefined && !tags.empty) {
        const record = tags;
        emit(wosRecord((name) => record.all(name), { line: record.line, record: `record ${++records}` }));
      }
      tags = undefined;
    };
    const splitter = lineSplitter((line, number) => {
      if (/^\s/.test(line) || line === "") {
        if (tag !== "" && line.trim() !== "") pieces.push(line.trim());
        return;
      }
      const match = TAG.exec(line);
      if (match === null) {
        // A wrapped line that lost its indent.
        if (tag !== "" && tags !== undefined) pieces.push(line.trim());
        return;
      }
      const [, name, value = ""] = match;
      if (name === "PT") {
        if (tags !== undefined && !tags.empty)
          warn("a new record begins (PT) before the one before was ended; expected ER, ended here", {
            line: number,
          });
        endRecord();
        tags = new Tags(number);
      } else if (name === "ER" || name === "EF") return endRecord();
      else if (name === "FN" || name === "VR") return endField();
      endField();
      tags ??= new Tags(number);
      tag = name;
      pieces = [value];
    });
    return {
      push: splitter.push,
      end() {
        splitter.end();
        if (tags !== undefined && (tags.has("TI") || tag === "TI"))
          warn("the last record is not ended, expected ER (truncated?); read as it is", { line: tags.line });
        endRecord();
      },
    };
  },
};
