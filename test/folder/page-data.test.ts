import fc from "fast-check";
import { encodeNestedValues } from "hyparquet-writer/src/dremel.js";
import { expect, test } from "vitest";
import { pageDataOf } from "../../src/folder/page-data.ts";
import { numberLists, textLists } from "../../src/folder/values.ts";

const root = { element: { name: "root" }, children: [], count: 1, path: [] };
const node = (element: object, children: object[] = []) => ({ element, children, count: 1, path: [] });

test("three rows of 2, 0 and 1 values: the second takes a place of its own", () => {
  const lists = textLists(3, (row) => [["a", "b"], null, ["c"]][row]);
  expect(lists).toEqual({ start: Uint32Array.of(0, 2, 2, 3), values: ["a", "b", "c"] });
  const { values, definitionLevels, repetitionLevels } = pageDataOf(lists, false);
  expect(values).toEqual(["a", "b", null, "c"]);
  expect([...definitionLevels]).toEqual([2, 2, 0, 2]);
  expect([...repetitionLevels]).toEqual([0, 1, 0, 0]);
});

test("levels are those that hyparquet-writer finds", () => {
  const element = node({ name: "element", repetition_type: "REQUIRED", type: "INT32" });
  const list = node({ name: "list", repetition_type: "REPEATED" }, [element]);
  const column = node({ name: "rows", repetition_type: "OPTIONAL", converted_type: "LIST" }, [list]);
  const path = [root, column, list, element] as Parameters<typeof encodeNestedValues>[0];
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 99 }))), (rows) => {
      const own = pageDataOf(
        numberLists(Int32Array, rows.length, (row) => rows[row]),
        false,
      );
      const nested = encodeNestedValues(
        path,
        rows.map((row) => (row.length > 0 ? row : null)),
      );
      expect([...own.values].map((value) => value ?? undefined)).toEqual(nested.values);
      expect([...own.definitionLevels]).toEqual(nested.definitionLevels);
      expect([...own.repetitionLevels]).toEqual(nested.repetitionLevels);
      expect(own.maxDefinitionLevel).toBe(nested.maxDefinitionLevel);
    }),
  );
});
