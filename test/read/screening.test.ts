import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DECISIONS, type Decision, decisionField, decisionsOf } from "../../src/model/decision.ts";
import { fieldValue } from "../../src/model/field.ts";
import { readPapers } from "../../src/read/read.ts";
import { agreed, columnRank, decisionIn, saidByFile, saidInNote } from "../../src/read/screening/rules.ts";
import { messages, read, source } from "./reading.ts";

type Read = Awaited<ReturnType<typeof read>>;

/** The decision on each paper; undefined where the collection has no such field. */
function decided({ papers, fields = [] }: Read): unknown[] | undefined {
  const field = decisionField({ fields });
  return field && papers.map((_, i) => fieldValue(field, i));
}

/** A table of four papers with one more column. */
const table = (name: string, ...cells: string[]) =>
  `title,year,${name}\n${cells.map((cell, i) => `A study of number ${i},${2001 + i},${cell}`).join("\n")}\n`;

const risRecord = (title: string, ...lines: string[]) =>
  `TY  - JOUR\nTI  - ${title}\nPY  - 2020\n${lines.map((line) => `${line}\n`).join("")}ER  - \n\n`;

describe("columns of decisions", () => {
  test.each([
    ["included", ["1", "0", "", "1"], ["included", "excluded", "unseen", "included"]],
    ["label_included", ["1.0", "0.0", "-1", ""], ["included", "excluded", "unseen", "unseen"]],
    ["asreview_label", ["1", "", "0", ""], ["included", "unseen", "excluded", "unseen"]],
    ["Screening decision", ["yes", "No", "Maybe", "pending"], ["included", "excluded", "maybe", "unseen"]],
    ["Included?", ["TRUE", "false", "?", "not seen"], ["included", "excluded", "maybe", "unseen"]],
    ["ItemStatus", ["I", "E", "D", "I"], ["included", "excluded", "unseen", "included"]],
  ])("%s", async (name, cells, expected) => {
    const collection = await read(table(name, ...cells));
    expect(decided(collection)).toEqual(expected);
    // The column stays as it came.
    expect(collection.fields?.map((field) => field.name)).toEqual([name, "decision"]);
  });

  test("a column of another subject under such a name is none", async () => {
    expect(decided(await read(table("included", "450", "1", "0", "12")))).toBeUndefined();
    expect(decided(await read(table("decision", "Accept (poster)", "Reject", "no", "yes")))).toBeUndefined();
  });

  test("nothing decided yet is no field, nor is a table without such a column", async () => {
    expect(decided(await read(table("label_included", "-1", "-1", "-1", "-1")))).toBeUndefined();
    expect(decided(await read(table("label", "1", "0", "1", "0")))).toBeUndefined();
  });

  test("the decision in the end counts before the label before it", async () => {
    const text =
      "title,label_included,final_included\nOne study of one,1,0\nOne study of two,1,\nOne study of three,0,1\n";
    expect(decided(await read(text))).toEqual(["excluded", "included", "included"]);
  });

  test("a column that says no more than the field becomes it; any other of its name is kept beside", async () => {
    const same = await read(table("decision", "included", "excluded", "unseen", "maybe"));
    expect(same.fields?.map(({ name }) => name)).toEqual(["decision"]);
    const other = await read(table("decision", "yes", "no", "yes", "no"));
    expect(other.fields?.map(({ name }) => name)).toEqual(["decision (2)", "decision"]);
  });

  test("only where the field is wanted", async () => {
    const text = table("included", "1", "0", "1", "0");
    expect(decided(await read(text, "file", { fields: "none" }))).toBeUndefined();
    expect(decided(await read(text, "file", { fields: new Set(["included"]) }))).toBeUndefined();
    expect(decided(await read(text, "file", { fields: new Set(["decision"]) }))).toHaveLength(4);
  });
});

describe("notes", () => {
  test("ASReview's marks in RIS, and our own for what it has none for", async () => {
    const marks = ["ASReview_relevant", "ASReview_irrelevant", "ASReview_not_seen", "Decision: maybe"];
    const text = marks.map((mark, i) => risRecord(`The study ${i} of it`, `N1  - ${mark}`)).join("");
    expect(decided(await read(text))).toEqual(["included", "excluded", "unseen", "maybe"]);
  });

  test("Rayyan's, of several people: what all say who decided; where they differ, maybe, and told if one includes", async () => {
    const votes = [
      '{"Ada"=>"Included", "Bo"=>"Included"} | RAYYAN-LABELS: x',
      '{"Ada"=>"Excluded", "Bo"=>"Undecided"}',
      '{"Ada"=>"Included", "Bo"=>"Excluded"}',
      '{"Ada"=>"Included", "Bo"=>"Maybe"}',
    ];
    const text = votes
      .map((vote, i) => risRecord(`The study ${i} of it`, `N1  - RAYYAN-INCLUSION: ${vote}`))
      .join("");
    const collection = await read(text);
    expect(decided(collection)).toEqual(["included", "excluded", "maybe", "maybe"]);
    expect(messages(collection)).toEqual([
      "line 13: record 3: screening: included by 1 and excluded by 1, expected one decision; kept as maybe",
    ]);
    expect(collection.files[0].warningCount).toBe(1);
  });

  test("Rayyan's in the notes of a CSV", async () => {
    const note = (vote: string) => `"RAYYAN-INCLUSION: {""Ada""=>""${vote}""} | RAYYAN-LABELS: a,b"`;
    expect(decided(await read(table("notes", note("Included"), note("Excluded"), "good", "")))).toEqual([
      "included",
      "excluded",
      "unseen",
      "unseen",
    ]);
  });
});

test("Covidence: each stage is a file of its own; a paper in two of them is one with two decisions", async () => {
  const one = (title: string) => `Title,Covidence #\n${title},#1\n`;
  const collection = await readPapers([
    source("review_12_included_csv_20240320.csv", one("The first study of all")),
    source("review_12_irrelevant_csv_20240320.csv", one("The second study of all")),
    source("review_12_select_csv_20240320.csv", one("The third study of all")),
    source("other.csv", one("The fourth study of all")),
  ]);
  const byTitle = collection.papers.map(({ title }, i) => `${title} ${decided(collection)?.[i]}`).sort();
  expect(byTitle).toEqual([
    "The first study of all included",
    "The fourth study of all unseen",
    "The second study of all excluded",
    "The third study of all maybe",
  ]);
});

test("two people's files of the same papers: a conflict is told in the file that comes second", async () => {
  const file = (label: number) =>
    `title,doi,asreview_label\nThe first study of all,10.1234/a,${label}\nThe second study of all,10.1234/b,1\n`;
  const collection = await readPapers([source("ada.csv", file(1)), source("bo.csv", file(0))]);
  expect(decided(collection)).toEqual(["maybe", "included"]);
  expect(
    collection.files.map(
      ({ warnings }) => warnings.filter(({ message }) => /^screening/.test(message)).length,
    ),
  ).toEqual([0, 1]);
});

test("words, names and files that are none", () => {
  expect([decisionIn("accept"), decisionIn("__proto__"), decisionIn("2")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([columnRank("constructor"), columnRank("label"), columnRank("screening")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([saidInNote("Topic: Included"), saidInNote("RAYYAN-LABELS: Included")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(saidByFile("my_review_included.csv")).toBeUndefined();
});

test("what several come to does not depend on their order, and is one of theirs or maybe", () => {
  const some = fc.array(fc.constantFrom<Decision>(...DECISIONS), { maxLength: 6 });
  fc.assert(
    fc.property(some, (decisions) => {
      const { decision, isConflict } = agreed(decisions);
      expect(agreed([...decisions].reverse())).toEqual({ decision, isConflict });
      expect(["maybe", "unseen", ...decisions]).toContain(decision);
      if (isConflict) expect(decision).toBe("maybe");
    }),
  );
});

test("a field of other words is no field of decisions", async () => {
  const collection = await read(table("decision", "Accept", "Reject", "Accept", "Reject"));
  expect([...decisionsOf(collection)]).toEqual([3, 3, 3, 3]);
});
