import { isColor } from "../model/color.ts";
import { type Decision, isDecision } from "../model/decision.ts";
import type { Edit } from "../model/map.ts";
import { asMarkEdit, type MarkEdit } from "../model/marks.ts";
import { asNumber } from "../model/take.ts";
import { asTopicRef, type TopicRef } from "./topic-ref.ts";

/**
 * What a user can change by hand. Each is a plain object of the saved map, readable by a person, that names papers by
 * identity and topics by their name and some of their papers, so that it means the same after a new clustering.
 */
export type Correction =
  | { readonly type: "rename"; readonly topic: TopicRef; readonly name: string }
  | { readonly type: "recolour"; readonly topic: TopicRef; readonly color: string }
  /** The first takes the others in. */
  | { readonly type: "merge"; readonly topics: readonly TopicRef[] }
  /** Each part becomes a topic; papers of the topic that no part lists join the part they are linked to most. */
  | { readonly type: "split"; readonly topic: TopicRef; readonly parts: readonly Part[] }
  | { readonly type: "move"; readonly papers: readonly string[]; readonly to: TopicRef }
  | GroupEdit
  | PlaceEdit
  | RelabelEdit
  | DecideEdit
  | MarkEdit;

/** Papers that are to be a topic. */
export type NamedGroup = {
  readonly name?: string;
  /** `#rrggbb`. */
  readonly color?: string;
  readonly papers: readonly string[];
};

/** Groups of papers become topics; all others stay in theirs. */
export type GroupEdit = { readonly type: "group"; readonly topics: readonly NamedGroup[] };

/** Papers stand elsewhere: paper k at (x[k], y[k]) in map units. */
export type PlaceEdit = {
  readonly type: "place";
  readonly papers: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
};

/** Papers are called otherwise: paper k labels[k]. */
export type RelabelEdit = {
  readonly type: "relabel";
  readonly papers: readonly string[];
  readonly labels: readonly string[];
};

/** A decision of screening. */
export type DecideEdit = {
  readonly type: "decide";
  readonly papers: readonly string[];
  readonly decision: Decision;
};

/** Finds papers of a map by identity. */
export type Find = (identity: string) => number | undefined;

/** Papers (identities) that a split makes a topic of. */
export type Part = { readonly name?: string; readonly papers: readonly string[] };

/** Changes of the vocabulary: they change what is computed, not what came of it. */
export type VocabularyEdit =
  | { readonly type: "stop-word"; readonly word: string }
  /** The first phrase stands for the others. */
  | { readonly type: "synonym"; readonly phrases: readonly string[] }
  /** The words of the phrase count as one term. */
  | { readonly type: "keep-phrase"; readonly phrase: string }
  /** The words of the phrase count one by one, never together. */
  | { readonly type: "split-phrase"; readonly phrase: string };

export type KnownEdit = Correction | VocabularyEdit;

/** An entry of a map's list as what it means; undefined for what this version does not know, or what is malformed. */
export function asKnownEdit(edit: Edit): KnownEdit | undefined {
  switch (edit.type) {
    case "rename":
      return withTopic(edit, (topic) => {
        const name = asText(edit.name);
        return name === undefined ? undefined : { type: "rename", topic, name };
      });
    case "recolour":
      return withTopic(edit, (topic) => {
        const color = asText(edit.color);
        return color !== undefined && /^#[0-9a-f]{6}$/i.test(color)
          ? { type: "recolour", topic, color: color.toLowerCase() }
          : undefined;
      });
    case "merge": {
      const topics = listOf(edit.topics, asTopicRef);
      return topics.length > 1 ? { type: "merge", topics } : undefined;
    }
    case "split":
      return withTopic(edit, (topic) => {
        const parts = listOf(edit.parts, asPart);
        return parts.length > 0 ? { type: "split", topic, parts } : undefined;
      });
    case "move": {
      const [papers, to] = [listOf(edit.papers, asText), asTopicRef(edit.to)];
      return papers.length > 0 && to ? { type: "move", papers, to } : undefined;
    }
    case "group": {
      const topics = listOf(edit.topics, asPart).map(({ color, ...group }) => ({
        ...group,
        ...(isColor(color) ? { color: color.toLowerCase() } : {}),
      }));
      return topics.length > 0 ? { type: "group", topics } : undefined;
    }
    case "place": {
      const [papers, x, y] = [
        listOf(edit.papers, asText),
        listOf(edit.x, asNumber),
        listOf(edit.y, asNumber),
      ];
      const isWhole = papers.length > 0 && x.length === papers.length && y.length === papers.length;
      return isWhole ? { type: "place", papers, x, y } : undefined;
    }
    case "relabel": {
      const [papers, labels] = [listOf(edit.papers, asText), listOf(edit.labels, asText)];
      return papers.length > 0 && labels.length === papers.length
        ? { type: "relabel", papers, labels }
        : undefined;
    }
    case "decide": {
      const papers = listOf(edit.papers, asText);
      const { decision } = edit;
      return papers.length > 0 && isDecision(decision) ? { type: "decide", papers, decision } : undefined;
    }
    case "mark":
      return asMarkEdit(edit);
    case "stop-word": {
      const word = asText(edit.word);
      return word === undefined ? undefined : { type: "stop-word", word };
    }
    case "synonym": {
      const phrases = listOf(edit.phrases, asText);
      return phrases.length > 1 ? { type: "synonym", phrases } : undefined;
    }
    case "keep-phrase":
    case "split-phrase": {
      const phrase = asText(edit.phrase);
      return phrase === undefined ? undefined : { type: edit.type, phrase };
    }
    default:
      return undefined;
  }
}

/** Whether an edit changes the vocabulary, and with it what is computed. */
export function isVocabularyEdit(edit: KnownEdit): edit is VocabularyEdit {
  return "word" in edit || "phrases" in edit || "phrase" in edit;
}

function withTopic(edit: Edit, make: (topic: TopicRef) => KnownEdit | undefined): KnownEdit | undefined {
  const topic = asTopicRef(edit.topic);
  return topic && make(topic);
}

function asPart(value: unknown): NamedGroup | undefined {
  if (typeof value !== "object" || value === null || !("papers" in value)) return undefined;
  const papers = listOf(value.papers, asText);
  const name = "name" in value ? asText(value.name) : undefined;
  const color = "color" in value ? asText(value.color) : undefined;
  return papers.length > 0
    ? { ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { color }), papers }
    : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => read(item) ?? []) : [];
}
