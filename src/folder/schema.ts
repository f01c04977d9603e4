import type { SchemaElement } from "hyparquet/src/types.js";
import { type ColumnShape, isList, LISTS, type ValueType } from "./shapes.ts";

/** A schema that lists its columns; lists are groups of three levels, as the format says. */
export function schemaOf(shapes: readonly ColumnShape[]): SchemaElement[] {
  const root: SchemaElement = { name: "topograph", num_children: shapes.length };
  return [root, ...shapes.flatMap(elementsOf)];
}

/** A column as the schema has it, from the top down. */
export function elementsOf({ name, type, required }: ColumnShape): SchemaElement[] {
  const repetition_type = required ? "REQUIRED" : "OPTIONAL";
  if (!isList(type)) return [{ name, repetition_type, ...PHYSICAL[type] }];
  return [
    {
      name,
      repetition_type,
      num_children: 1,
      converted_type: "LIST",
      logical_type: { type: "LIST" },
    },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    {
      name: "element",
      repetition_type: "REQUIRED",
      ...PHYSICAL[LISTS[type]],
    },
  ];
}

const TEXT: Omit<SchemaElement, "name"> = {
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  logical_type: { type: "STRING" },
};
const PHYSICAL: Readonly<Record<ValueType, Omit<SchemaElement, "name">>> = {
  string: TEXT,
  // As text: what is in it is JSON as it stands in the map's file, to the letter.
  json: TEXT,
  int: { type: "INT32" },
  float: { type: "FLOAT" },
  double: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
};
