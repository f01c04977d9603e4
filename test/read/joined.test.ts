import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";
import { RECORDS, WRITERS, write } from "./samples.ts";

/** Pasted text has no writer of its own: titles with their abstracts. */
const text = (records: readonly (typeof RECORDS)[number][]) =>
  records.map((r) => `${r.title}\n${`${r.abstract} `.repeat(6).trim()}\n`).join("\n");
const FORMATS = [...Object.keys(WRITERS), "text"];
const whole = (format: string, record: (typeof RECORDS)[number]) =>
  format === "text" ? text([record]) : write(format, [record]);

/** A file that somebody, or a program, put together of two: each paper is read, or it is said that it is not. */
describe.each(FORMATS)("%s, and behind it", (first) => {
  it.each(FORMATS)("%s: both papers or a word, and nothing else", async (second) => {
    const joined = `${whole(first, RECORDS[0])}${whole(second, RECORDS[1])}`;
    const { papers, files } = await read(joined, "joined");
    const expected: readonly string[] = RECORDS.map((record) => record.title);
    expect(papers.map((paper) => paper.title).filter((title) => !expected.includes(title))).toEqual([]);
    if (papers.length < 2) expect(files[0].warningCount + (files[0].refusal ? 1 : 0)).toBeGreaterThan(0);
  });
});
