import { expect, test } from "vitest";
import { measure } from "../../src/graph/measure.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { describePage, visit } from "./visit.ts";

describePage("the graph of the map on the page", () => {
  const site = visit();
  const { open, trouble } = site;

  test("is a graphology graph with the attributes of the JSON, for scripts", async () => {
    const page = await open();
    const found = await page.evaluate(async () => {
      const graph = await window.topograph.graph();
      return {
        unit: window.topograph.unit,
        options: [graph?.type, graph?.multi],
        first: graph?.getNodeAttributes("p1"),
        size: [graph?.order, graph?.size],
      };
    });
    const { nodes, edges } = JSON.parse([...encodeMap(site.map)].join(""));
    expect(found).toEqual({
      unit: "papers",
      options: ["mixed", true],
      first: nodes[0].attributes,
      size: [nodes.length, edges.length],
    });
    await page.close();
  });

  test("is measured when somebody sizes dots by it; the card says the numbers that --measures writes", async () => {
    const page = await open();
    await page.getByText("Dots", { exact: true }).click();
    await page.getByLabel("Size of the dots").selectOption({ label: "Betweenness" });
    await page.fill("#search", site.map.papers[0].title);
    await page.locator("#papers .row").first().click();
    await page.getByRole("tab", { name: "Why here" }).click();
    const { columns } = measure(site.map);
    for (const name of ["degree", "pageRank", "betweenness", "component"] as const)
      await expect
        .poll(() => page.locator(`[data-measure="${name}"]`).textContent())
        .toBe(String(columns[name][0]));
    await page.close();
  });

  test("made no error", () => expect(trouble).toEqual([]));
});
