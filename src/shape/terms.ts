import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import type { Topic, TopicTerm } from "../model/topic.ts";

const TERMS = 10;

/**
 * Terms of topics put together. A term that only one of them lists is taken to stand in the others as often as outside
 * the one that lists it: the saved map knows no more.
 * @param papers number of papers of the map
 */
export function mergeTerms(topics: readonly Topic[], papers: number): TopicTerm[] {
  const size = topics.reduce((sum, topic) => sum + topic.size, 0);
  const lists = topics.map((topic) => new Map(topic.terms.map((term) => [term.term, asSaved(term)])));
  const merged = new Map<string, TopicTerm>();
  for (const [k, topic] of topics.entries())
    for (const { term, score, inside, outside } of topic.terms.map(asSaved)) {
      if (merged.has(term)) continue;
      const all = inside * topic.size + outside * (papers - topic.size);
      let within = 0;
      let best = 0;
      for (const [l, other] of topics.entries()) {
        const listed = lists[l].get(term);
        within += (listed?.inside ?? (l === k ? inside : outside)) * other.size;
        best += (listed?.score ?? 0) * other.size;
      }
      merged.set(term, {
        term,
        score: sixDigits(best / Math.max(1, size) || score),
        inside: sixDigits(Math.min(1, within / Math.max(1, size))),
        outside: sixDigits(Math.min(1, Math.max(0, (all - within) / Math.max(1, papers - size)))),
      });
    }
  return ranked([...merged.values()]);
}

/** In the digits of a file, so that a map that was written and read gives the same. */
function asSaved({ term, score, inside, outside }: TopicTerm): TopicTerm {
  return { term, score: sixDigits(score), inside: sixDigits(inside), outside: sixDigits(outside) };
}

/** Terms of a set of papers, from the most representative terms of each paper: shares of the papers that name it among theirs. */
export function termsOf(map: TopicMap, papers: readonly number[]): TopicTerm[] {
  const inside = new Map<string, number>();
  for (const i of papers)
    for (const term of new Set(map.terms[i])) inside.set(term, (inside.get(term) ?? 0) + 1);
  const everywhere = new Map<string, number>();
  for (const terms of map.terms)
    for (const term of new Set(terms))
      if (inside.has(term)) everywhere.set(term, (everywhere.get(term) ?? 0) + 1);
  const rest = Math.max(1, map.papers.length - papers.length);
  const found = [...inside].map(([term, count]) => {
    const [a, b] = [count / papers.length, ((everywhere.get(term) ?? count) - count) / rest];
    return { term, score: sixDigits(a - b), inside: sixDigits(a), outside: sixDigits(b) };
  });
  return ranked(found);
}

function ranked(terms: TopicTerm[]): TopicTerm[] {
  return terms
    .map((term, k) => ({ term, k }))
    .sort((a, b) => b.term.score - a.term.score || a.k - b.k)
    .slice(0, TERMS)
    .map(({ term }) => term);
}
