/** Words of tours that are made of a map, and of their captions. */
export const tourWords = {
  others: (first: string) => `${first} et al.`,
  overview: "The whole map",
  span: (from: number, to: number) => (from === to ? `${from}` : `${from} to ${to}`),
  overviewNotes: (links: string, largest: readonly string[]) =>
    `Each dot is a paper; papers that say alike stand together and are linked (${links} links). Areas are topics, named by what sets their papers apart. The largest: ${largest.join("; ")}.`,
  topicText: (papers: string, terms: readonly string[]) => `${papers}: ${terms.join(", ")}`,
  subtopics: (names: readonly string[]) => `Parts: ${names.join("; ")}.`,
  bridges: "Where topics meet",
  bridgesText: "Papers with the strongest links into other topics than their own",
  bridgesNotes: "These papers tie the field together. Click one and ask why it is linked.",
} as const;
