import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { backgroundChoice, loadTable } from "../../src/cli/background.ts";
import type { BuildChoices } from "../../src/cli/command.ts";
import { completeParameters } from "../../src/model/parameters.ts";
import { BACKGROUND, isCommon, shareOf } from "../../src/text/background/background.ts";

const chosen = (...words: string[]) =>
  backgroundChoice(parseArguments(["build", "a.bib", "-o", "a.json", ...words]) as unknown as BuildChoices);

describe("--background", () => {
  it("is the table that ships, unless an earlier map decides", () => {
    expect(chosen()).toEqual({ background: BACKGROUND });
    expect(chosen("--background", "default")).toEqual({ background: BACKGROUND });
    expect(chosen("--base", "old.json")).toEqual({});
    expect(chosen("--base", "old.json", "--background", "default")).toEqual({ background: BACKGROUND });
  });
  it("none leaves no trace in the parameters", () => {
    expect(completeParameters(chosen("--background", "none"))).toEqual(completeParameters({}));
  });
  it("says what it takes", () => {
    expect(() => chosen("--background", "arxiv")).toThrow(
      '--background is "arxiv"; expected none or default',
    );
  });
});

describe("the table that ships", () => {
  it("knows what is common in science and what is of one field", async () => {
    const table = await loadTable();
    const [result, best, graph, plasmon, pair, unknown] = table.letters([
      "result",
      "best",
      "graph",
      "plasmon",
      "machin learn",
      "topograph-of-nothing",
    ]);
    expect([result, best, graph, plasmon, pair].map(isCommon)).toEqual([true, true, false, false, false]);
    expect(shareOf(result)).toBeGreaterThan(0.3);
    expect(shareOf(graph)).toBeGreaterThan(10 * shareOf(plasmon));
    expect(shareOf(pair)).toBeGreaterThan(0.005);
    expect(unknown).toBe("z");
  });
});
