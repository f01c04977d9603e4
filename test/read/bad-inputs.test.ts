import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { messages } from "./reading.ts";
import { fileSource, SHARED } from "./shared.ts";

const FOLDER = `${SHARED}/bad-inputs`;
const rows = existsSync(FOLDER)
  ? readFileSync(`${FOLDER}/EXPECT.tsv`, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"))
  : [];
const inRange = (n: number, spec: string) =>
  spec.split("|").some((part) => {
    const [low, high = low] = part.split("..");
    return n >= Number(low) && n <= Number(high);
  });

/** The same expectations as the command line's check, minus what only outputs can show. */
describe.skipIf(rows.length === 0)("hostile and broken files", () => {
  it.each(rows)("%s is %s", async (file, verdicts, papers, patterns = "") => {
    const collection = await readPapers([fileSource(`${FOLDER}/${file}`)]);
    const all = messages(collection).join("\n");
    const refused = collection.papers.length === 0;
    const verdict = refused ? "refused" : all === "" ? "accepted" : "accepted-with-warnings";
    // Warnings about words belong to a later stage.
    if (!/words\|terms/.test(patterns)) expect(verdicts.split("|"), all).toContain(verdict);
    expect(refused || inRange(collection.papers.length, papers), `${collection.papers.length} papers`).toBe(
      true,
    );
    expect(all).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
    if (verdict !== "accepted" && !/words\|terms/.test(patterns))
      for (const pattern of patterns.split(" ; ")) expect(all).toMatch(new RegExp(pattern, "i"));
  });
});
