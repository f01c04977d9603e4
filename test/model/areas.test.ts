import { expect, test } from "vitest";
import { areaColumn, areasOf, commonArea } from "../../src/model/areas.ts";
import { areaMap, deepMap } from "../sample-map.ts";

test("areas are read off the topics of the first level, in their order; papers are in their topic's", () => {
  const map = areaMap();
  const areas = areasOf(map);
  expect(areas?.names).toEqual(["Discrete mathematics", "Geography"]);
  expect([...(areas?.ofTopic ?? [])]).toEqual([0, 1, -1, -1, -1, -1, -1]);
  expect(areas && [...areaColumn(areas, map)]).toEqual([0, 0, 0, 0, 0, 1, -1]);
});

test("maps of few topics and of earlier versions have none", () => {
  expect(areasOf(deepMap())).toBeUndefined();
});

test("the area of some papers is that of most of them", () => {
  expect(commonArea(areaMap(), [0, 5, 1])).toBe("Discrete mathematics");
  expect(commonArea(areaMap(), [6])).toBeUndefined();
  expect(commonArea(deepMap(), [0])).toBeUndefined();
});
