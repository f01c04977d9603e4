import { describe, expect, it } from "vitest";
import { countGaps } from "../../src/model/gaps.ts";

const bare = {
  id: "a",
  title: "T",
  abstract: "",
  authors: [],
  keywords: [],
  references: [],
  aliases: [],
};

describe("gaps", () => {
  it("counts papers that lack a field", () => {
    const full = {
      ...bare,
      abstract: "A",
      year: 2001,
      authors: ["A B"],
      venue: "V",
      doi: "10.1/a",
      keywords: ["k"],
      references: ["r"],
    };
    expect(countGaps([bare, full, { ...full, abstract: "" }])).toEqual({
      abstract: 2,
      year: 1,
      references: 1,
      authors: 1,
      venue: 1,
      doi: 1,
      keywords: 1,
    });
  });
});
