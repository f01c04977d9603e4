import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import type { TopicTerm } from "../model/topic.ts";
import type { MapAttributes } from "./attributes.ts";
import { overflow } from "./rest.ts";
import { ATTRIBUTES, TOPIC_ROWS, TOPICS } from "./shapes.ts";
import { numberLists, type RowGroup, textLists, type Values } from "./values.ts";
import { inOrder, type TableRows } from "./write-papers.ts";

/** The topics of a map. @param row paper → row */
export function topicRows({ topics, extra }: TopicMap, row: Uint32Array): TableRows {
  function* groups(): Generator<RowGroup> {
    for (let first = 0; first < topics.length; first += TOPIC_ROWS) {
      const own = topics.slice(first, first + TOPIC_ROWS);
      const rest = overflow(own.length);
      const whole = (name: "id" | "parent" | "group" | "size") =>
        [name, own.map((topic, at) => rest.whole(at, name, topic[name]))] as const;
      const number = (name: "x" | "y" | "stability") =>
        [
          name,
          own.map(({ [name]: value }) => (value === undefined ? null : Math.fround(sixDigits(value)))),
        ] as const;
      const share = (name: Exclude<keyof TopicTerm, "term">) =>
        [
          name,
          numberLists(Float32Array, own.length, (at) =>
            rest.floats(
              at,
              name,
              own[at].terms.map((term) => sixDigits(term[name])),
            ),
          ),
        ] as const;
      const columns = new Map<string, Values>([
        whole("id"),
        whole("parent"),
        whole("group"),
        ["area", own.map(({ area }) => area?.toWellFormed() ?? null)],
        ["name", own.map(({ name }) => name.toWellFormed())],
        ["mixed", own.map(({ mixed }) => mixed ?? null)],
        whole("size"),
        ["color", own.map(({ color }) => color)],
        number("x"),
        number("y"),
        number("stability"),
        [
          "terms",
          textLists(own.length, (at) =>
            rest.texts(
              at,
              "terms",
              own[at].terms.map(({ term }) => term),
            ),
          ),
        ],
        share("score"),
        share("inside"),
        share("outside"),
        ["examples", numberLists(Int32Array, own.length, (at) => own[at].examples.map((p) => row[p]))],
      ]);
      for (const [at, { id }] of own.entries()) rest.extra(at, extra?.topics?.get(id));
      columns.set("rest", rest.column());
      yield inOrder(TOPICS, columns);
    }
  }
  return { shapes: TOPICS, groups };
}

/** What a map says of itself that is not shown at once. */
export function attributeRows({ later }: MapAttributes): TableRows {
  const rows = [later.map(([name]) => name), later.map(([, value]) => JSON.stringify(value))];
  return { shapes: ATTRIBUTES, groups: () => [rows] };
}
