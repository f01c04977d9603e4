/**
 * What `map.json` says of all topics, by columns: their place is the same in each. Of `id` there is none where ids are
 * 0, 1, 2 …; missing values are null, and at the end of a column left out.
 */
export interface TopicColumns {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** What stands in the table `topics` only; all else of a topic is what names, areas and lists show. */
const TOLD: ReadonlySet<string> = new Set(["terms", "examples"]);

/** Topics as they stand in the JSON form, by columns. */
export function topicColumns(topics: readonly object[]): TopicColumns {
  const names = new Set(topics.flatMap((topic) => Object.keys(topic)).filter((name) => !TOLD.has(name)));
  const columns = new Map<string, readonly unknown[]>();
  for (const name of names) {
    const values = topics.map((topic) => (topic as Readonly<Record<string, unknown>>)[name] ?? null);
    if (name === "id" && values.every((id, k) => id === k)) continue;
    columns.set(name, values.slice(0, values.findLastIndex((value) => value !== null) + 1));
  }
  return { count: topics.length, columns: Object.fromEntries(columns) };
}

/** The same topics, each as the members of an object. */
export function topicObjects({ count, columns }: TopicColumns): ReadonlyMap<string, unknown>[] {
  const lists = Object.entries(columns);
  return Array.from({ length: count }, (_, k) => {
    const members = new Map<string, unknown>([["id", k]]);
    for (const [name, values] of lists) {
      const value = values[k];
      if (value !== undefined && value !== null) members.set(name, value);
    }
    return members;
  });
}
