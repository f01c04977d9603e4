import { describe, expect, it } from "vitest";
import { inspectText } from "../../src/cli/inspect-text.ts";
import { countGaps } from "../../src/model/gaps.ts";
import { readPapers } from "../../src/read/read.ts";

const RIS = `TY  - JOUR
TI  - Sparse coding of river gauges
AB  - We measure rivers.
PY  - 2001
TY  - JOUR
TI  - Bayesian maps of soil carbon
ER  - 
TY  - JOUR
TI  - Sparse coding of river gauges
PY  - 2001
ER  - 
`;

async function inspected(name: string, text: string): Promise<string[]> {
  const collection = await readPapers([
    {
      name,
      async *chunks() {
        yield new TextEncoder().encode(text);
      },
    },
  ]);
  return inspectText(collection, countGaps(collection.papers)).split("\n");
}

describe("what inspect prints", () => {
  it("a file's gaps and rejects, then the whole and what its gaps mean", async () => {
    const lines = await inspected("refs.ris", RIS);
    expect(lines[0]).toBe("refs.ris: ris, utf-8, 3 papers, 1 merged into papers read before, 2 warnings");
    // Two of three records have no abstract, one of three no year; of the two papers that are left, one each.
    expect(lines).toContain("  without abstract         2 (66 %)  placed by their titles alone");
    expect(lines).toContain("without abstract         1 (50 %)  placed by their titles alone");
    expect(lines).toContain("  line  record    found, expected, done");
    expect(lines).toContain(
      "     5            a new record begins (TY) before the one before was ended; expected ER, ended here",
    );
    expect(lines.some((line) => /^ {5}8 {2}record 3 {2}duplicate: .*merged$/.test(line))).toBe(true);
    expect(lines).toContain("2 papers in all, 1 duplicate merged");
  });
  it("20 rejects and a total", async () => {
    const lines = await inspected("a.jsonl", `{"title":"One"}\n${"{bad\n".repeat(50)}`);
    expect(lines.filter((line) => line.includes("invalid JSON"))).toHaveLength(20);
    expect(lines).toContain("  and 30 more: 50 in all");
  });
  it("a file without papers says why", async () => {
    expect((await inspected("a.bib", "%PDF-1.7\n"))[1]).toMatch(/^ {2}no paper could be read: this is a PDF/);
  });
});
