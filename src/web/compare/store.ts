import { computed } from "@preact/signals-core";
import type { ContrastQuestion } from "../../explain/contrast.ts";
import { comparableValues } from "../../explain/sides.ts";
import type { Field } from "../../model/field.ts";
import type { Comparison } from "../../view/hash.ts";
import { answerTo } from "../ask/answers.ts";
import { perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";

/** Terms and works that are shown of each side. */
export const MOST = 12;
/** Fields that are compared first, where there are any: what people brought together. */
const FIRST = ["group", "source", "decision"];

/** Fields with at least two values that papers can be set against each other by. */
const fieldsOf = (fields: readonly Field[]) =>
  fields
    .map((field) => ({ name: field.name, values: comparableValues(field) }))
    .filter(({ values }) => values.length > 1);

/** What the comparison of a map is like. */
export const compareOf = perMap((now) => {
  const fields = computed(() => fieldsOf(now.atlas.value.map.fields ?? []));
  const given = now.comparison;
  return {
    fields,
    given,
    choice: computed<Comparison | undefined>(() => {
      // An address may name what this map lacks.
      const { field, first = "", second = first } = given.value ?? {};
      const values = fields.value.find(({ name }) => name === field)?.values.map(({ value }) => value);
      if (values?.includes(first) && values.includes(second)) return given.value;
      const [some] = fields.value;
      const named = FIRST.map((name) => fields.value.find((field) => field.name === name)).find(Boolean);
      return (named ?? some) && startOf(named ?? some);
    }),
  };
});

/** Two values against each other, the smaller first: it is held against the larger; of more values the largest against all others. */
export function startOf({ name, values }: ReturnType<typeof fieldsOf>[number]): Comparison {
  const [largest, next] = values.map(({ value }) => value);
  return values.length === 2
    ? { field: name, first: next, second: largest }
    : { field: name, first: largest };
}

/** Whether the comparison is open: nothing is asked while it is not. */
export const isOpen = computed(() => state.below.value?.name === "compare");

export const answer = answerTo("contrast", (now): ContrastQuestion | undefined => {
  const choice = isOpen.value ? compareOf(now).choice.value : undefined;
  return choice && { ...choice, most: MOST };
});
