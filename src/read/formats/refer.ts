import { lineSplitter } from "../lines.ts";
import { splitList } from "../lists.ts";
import type { Format, RawRecord } from "../record.ts";
import { Tags } from "../tagged.ts";

const TAG = /^%([0-9A-Z@!*+$]) ?(.*)$/;

/** EndNote's refer format (.enw). */
export const refer: Format = {
  name: "endnote-refer",
  detect(head) {
    const start = head.slice(0, 5000);
    if (/^\ufeff?%0 \S/m.test(start)) return 3;
    return (start.match(/^%[ATDJBKX] \S/gm)?.length ?? 0) >= 2 ? 2.5 : 0;
  },
  create(emit) {
    let tags: Tags | undefined;
    let tag = "";
    let pieces: string[] = [];
    let records = 0;
    let blank = false;
    const endField = () => {
      if (tags !== undefined && tag !== "") tags.add(tag, pieces.join(" "));
      tag = "";
      pieces = [];
    };
    const endRecord = () => {
      endField();
      if (tags !== undefined && !tags.empty) emit(referRecord(tags, ++records));
      tags = undefined;
    };
    const splitter = lineSplitter((line, number) => {
      const match = TAG.exec(line);
      if (match === null) {
        if (line.trim() === "") blank = true;
        else if (tag !== "") pieces.push(line.trim());
        return;
      }
      endField();
      // %0 begins a record; files without it put a blank line between records.
      if (
        (match[1] === "0" && tags?.has("T")) ||
        (match[1] === "0" && tags?.has("0") && blank) ||
        (blank && tags?.has("T") && !tags.has("0"))
      )
        endRecord();
      else if (match[1] === "0" && tags?.has("0")) endRecord();
      blank = false;
      tags ??= new Tags(number);
      tag = match[1];
      pieces = [match[2]];
    });
    return {
      push: splitter.push,
      end() {
        splitter.end();
        endRecord();
      },
    };
  },
};

function referRecord(tags: Tags, ordinal: number): RawRecord {
  return {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("F", "M"),
    title: tags.first("T", "B", "Q", "!"),
    abstract: tags.first("X"),
    year: tags.first("D", "8"),
    authors: tags.all("A", "E"),
    venue: tags.first("J", "B", "S", "I"),
    doi: tags.first("R"),
    url: tags.first("U"),
    keywords: tags.all("K").flatMap(splitList),
    aliases: [tags.first("M")],
    language: tags.first("G"),
  };
}
