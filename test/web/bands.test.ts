import { expect, test } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { bandAt } from "../../src/scene/bands.ts";
import { frameOf, viewOf } from "../../src/scene/camera.ts";
import { demoMap } from "./maps.ts";
import { describePage, visit } from "./visit.ts";

/** Links between topics as bands, at the far zoom. */
describePage("bands of links", () => {
  const site = visit(demoMap);

  test("a band says how many links it is of, and leads to what ties its topics", async () => {
    const page = await site.open();
    const at = await page.evaluate(() => {
      const box = document.querySelector("#map")?.getBoundingClientRect();
      const names = [...document.querySelectorAll(".topic-handle")].map((name) =>
        name.getBoundingClientRect().toJSON(),
      );
      return box && { x: box.x, y: box.y, width: box.width, height: box.height, names };
    });
    const camera = await page.evaluate(() => window.topograph.camera);
    if (!at || !camera) throw new Error("no map");
    const { map } = site;
    const { width, height } = at;
    const scene = pictureScene(map, {
      width,
      height,
      camera,
      legend: false,
      title: false,
      smallPrint: false,
    });
    expect(scene.view).toEqual(viewOf(frameOf(map.x, map.y), camera, at));
    // Points on the widest bands that no dot and no name is near.
    const points = Array.from({ length: 150 * 110 }, (_, k) => [(k % 150) * 4, Math.floor(k / 150) * 4]);
    const places = Array.from(map.x, (x, i) => [
      x * scene.view.scale + scene.view.dx,
      scene.view.dy - map.y[i] * scene.view.scale,
    ]);
    const found = points.flatMap(([x, y]) => {
      const band = x > 60 && x < width - 20 && y > 60 && y < height - 70 ? bandAt(scene, x, y, 0) : undefined;
      const isFree =
        places.every(([px, py]) => Math.hypot(px - x, py - y) > 16) &&
        at.names.every(
          (box) =>
            x + at.x < box.left - 6 ||
            x + at.x > box.right + 6 ||
            y + at.y < box.top - 6 ||
            y + at.y > box.bottom + 6,
        );
      return band && isFree ? [{ band, x: x + at.x, y: y + at.y }] : [];
    });
    expect(found.length).toBeGreaterThan(0);
    // A single link within a topic may lie over it: the first point that says a band.
    const note = page.locator(".dot-note");
    for (const { band, x, y } of found) {
      await page.mouse.move(x, y);
      const said = (await note.isVisible()) ? await note.innerText() : "";
      if (!/ links? between /.test(said)) continue;
      const [a, b] = band.topics.map((topic) => map.topics[topic].name);
      const between = map.edges.reduce(
        (sum, { source, target }) =>
          sum +
          Array.from(source).filter((i, e) => {
            const pair = [map.topic[i], map.topic[target[e]]];
            return pair[0] !== pair[1] && band.topics.every((topic) => pair.includes(topic));
          }).length,
        0,
      );
      expect(said).toBe(`${between} link${between === 1 ? "" : "s"} between ${a} and ${b}`);
      await page.mouse.click(x, y);
      await expect.poll(() => page.locator('[data-card="bridge"]').count()).toBe(1);
      await page.context().close();
      return;
    }
    expect.fail("no band under any of the points");
  });
});
