import { expect, test } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { outputFiles } from "../../src/cli/formats.ts";

const parse = (line: string) => parseArguments(line.split(" "));

test("a view, its shape, measure and frames are choices of pictures; the map is the usual one", () => {
  expect(parse("convert m.json -o t.svg --view time --shape lanes --measure share --frames 6")).toMatchObject(
    {
      picture: { view: "time", shape: "lanes", measure: "share", frames: 6 },
    },
  );
  expect(parse("convert m.json -o t.svg")).not.toHaveProperty("picture.view");
});

test.each([
  ["--view tine", "did you mean time?"],
  ["--view time --shape steam", "did you mean stream?"],
  ["--view thematic --frames 6", "add --view time"],
  ["--view time --frames 0", "--frames"],
])("%s is refused: %s", (options, message) => {
  expect(() => parse(`convert m.json -o t.svg ${options}`)).toThrow(message);
});

test("topics.csv and events.csv are whole names, or ends of names", () => {
  expect(outputFiles(["topics.csv", "a/events.csv", "b.topics.csv", "c.csv"])).toEqual(["topics.csv", "a/events.csv", "b.topics.csv", "c.nodes.csv", "c.edges.csv"]); // biome-ignore format: a row
});
