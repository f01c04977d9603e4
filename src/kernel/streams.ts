/**
 * The streams of random numbers that one seed feeds: each use has its own, so that no two draw the same numbers. A use
 * that takes several has the numbers up to the next hundred. New ones go to the end: a changed number changes maps.
 */
export const STREAMS = {
  /** Louvain: the votes, the last run, new papers of a continued map, topics in two, sub-topics. */
  votes: 0,
  topics: 100,
  newTopics: 200,
  halves: 300,
  subtopics: 400,
  /** The search for a resolution: the communities that it runs on, and one stream a probe. */
  fineCommunities: 500,
  probes: 600,
  /** Layout: the tries to place topics, the smallest of them, papers within them. */
  topicPlaces: 800,
  smallTopics: 900,
  paperPlaces: 1000,
  /** Papers that push a paper off, from anywhere and from nearby. */
  pushFar: 1100,
  pushNear: 1200,
  /** New papers of a continued map. */
  newPlaces: 1300,
} as const;
