/**
 * What `map.json` says of all topics, by columns: their place is the same in each. Of `id` there is none where ids are
 * 0, 1, 2 …; missing values are null, and at the end of a column left out.
 */
export interface TopicColumns {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** What `map.json` keeps of a topic: what names, areas and lists show. */
export const TOPIC_HEAD = [
  "id",
  "parent",
  "group",
  "name",
  "mixed",
  "size",
  "color",
  "x",
  "y",
  "stability",
] as const;

/** Topics as they stand in the JSON form, by columns. */
export function topicColumns(topics: readonly object[]): TopicColumns {
  const columns = new Map<string, readonly unknown[]>();
  for (const name of TOPIC_HEAD) {
    const values = topics.map((topic) => (topic as Readonly<Record<string, unknown>>)[name] ?? null);
    const length = values.findLastIndex((value) => value !== null) + 1;
    const isCounted = name === "id" && values.every((id, k) => id === k);
    if (length > 0 && !isCounted) columns.set(name, values.slice(0, length));
  }
  return { count: topics.length, columns: Object.fromEntries(columns) };
}

/** The same topics, each as the members of an object. */
export function topicObjects({ count, columns }: TopicColumns): ReadonlyMap<string, unknown>[] {
  const lists = new Map(Object.entries(columns));
  return Array.from({ length: count }, (_, k) => {
    const members = new Map<string, unknown>([["id", k]]);
    for (const name of TOPIC_HEAD) {
      const value = lists.get(name)?.[k];
      if (value !== undefined && value !== null) members.set(name, value);
    }
    return members;
  });
}
