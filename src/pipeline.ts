import { combineEdges } from "./edges/combine.ts";
import { findLinks, type PaperLinks } from "./edges/links.ts";
import { type Executor, inProcess } from "./kernel/executor.ts";
import type { Graph } from "./kernel/graph.ts";
import { forget, type Remember } from "./kernel/memo.ts";
import { growLayout } from "./layout/grow.ts";
import { LEAST_BESIDE, layOut, nodeSizes } from "./layout/layout.ts";
import { assembleMap } from "./model/assemble.ts";
import { type Collection, inputsOf, titleOf } from "./model/collection.ts";
import type { Earlier } from "./model/earlier.ts";
import { TopographError } from "./model/errors.ts";
import type { TopicMap } from "./model/map.ts";
import { givenPapers } from "./model/paper.ts";
import { completeParameters, type Parameters } from "./model/parameters.ts";
import type { Monitor, Stage } from "./model/progress.ts";
import { collectionNotes } from "./model/remarks.ts";
import { savedVectors } from "./model/saved-vectors.ts";
import { naming } from "./model/vectors.ts";
import { assignColors } from "./scene/palette.ts";
import { analyseText, backgroundOf, type TextAnalysis, termRows } from "./text/analyse.ts";
import type { Background } from "./text/background/background.ts";
import { conceptNames } from "./text/concepts/concepts.ts";
import { paperTerms } from "./text/terms/paper-terms.ts";
import { tokeniseOn } from "./text/tokens/tokens.ts";
import { type Divided, divide } from "./topics/divide.ts";
import { growTopics } from "./topics/grow.ts";
import { nameAreas } from "./topics/names/areas.ts";
import { nameTopics } from "./topics/names/names.ts";
import { reviseTopics } from "./topics/revise.ts";
import { topicTree } from "./topics/topics.ts";

declare const __VERSION__: string;

/** What maps of this version say they were made by. */
export const GENERATOR = `topograph ${__VERSION__}`;

const TERMS_PER_PAPER = 8;

/** What a run is handed beside papers and parameters; none of it but the title and the places changes the map. */
export interface Context {
  readonly title?: string;
  readonly executor?: Executor;
  readonly monitor?: Monitor;
  /** A lasting memory makes a second run redo only what a changed parameter touches. */
  readonly remember?: Remember;
  /** What an earlier map says of the papers: known papers keep their places, and unless `anew`, their topics. */
  readonly earlier?: Earlier;
  /** Gives what words are weighed against; asked where the parameters name it. */
  readonly background?: () => Promise<Background>;
  /** Nothing but the map is wanted: what it is read off goes as soon as it can. */
  readonly mapOnly?: boolean;
  /** Where the papers stand: nothing is laid out. */
  readonly placed?: Places;
}

/** Columns of a map that the layout makes. */
export type Places = Pick<TopicMap, "x" | "y" | "size">;

/** What topics and places are read off. */
export interface Analysis {
  readonly text: TextAnalysis;
  readonly links: PaperLinks;
  /** The graph that topics are found in: `links.counted`, mixed by the weights. */
  readonly graph: Graph;
}

/** A map with all that it was read off. */
export interface Run extends Analysis {
  readonly map: TopicMap;
}

/** What an analysis starts from: a saved map, or the papers and vectors that one is made of. */
export interface Analysed
  extends Pick<TopicMap, "papers" | "parameters">,
    Partial<Pick<TopicMap, "edges" | "background">>,
    Pick<Collection, "vectors"> {}

/**
 * Text and links of some papers and the graph of them that counts. A saved map has both papers and parameters: from it
 * comes again what it was made from.
 */
export async function analyse(made: Analysed, context: Context = {}): Promise<Analysis> {
  const { parameters: p, edges = [] } = made;
  const papers = givenPapers(made.papers);
  const { vectors = savedVectors({ parameters: p, edges }) } = made;
  const { executor = inProcess(), monitor = {}, remember = forget } = context;
  const at = progress(monitor);
  const words = JSON.stringify([
    p.stopWords,
    p.synonyms,
    p.language,
    p.minDocumentFrequency,
    p.titleWeight,
    p.background,
  ]);
  const text = await remember("text", [papers, words], async () => {
    const known = (await backgroundFor(p, context)) ?? backgroundOf(made);
    const tokens = await tokeniseOn(executor, papers, p, (done) => at("text")(0.7 * done));
    const analysed = analyseText(papers, p, known, tokens, executor.share);
    at("text")(1);
    return analysed;
  });
  const links = await remember("edges", [text, p.neighbours, vectors?.of], () =>
    findLinks({ papers, ...(vectors ? { vectors } : {}) }, text, p.neighbours, executor, {
      onProgress: at("edges"),
      ...(context.mapOnly ? { onTextsRead: text.letGo } : {}),
    }),
  );
  const weights = JSON.stringify(p.weights);
  const { share = (graph: Graph) => graph } = executor;
  const graph = await remember("graph", [links, weights], () =>
    share(combineEdges(links.counted, p.weights, papers.length)),
  );
  // What the graph was mixed of is as large as the graph.
  return { text, links: context.mapOnly ? { ...links, counted: [] } : links, graph };
}

/**
 * A collection to its map: text → edges → topics → layout → names, each stage a pure function of those before.
 * @returns the map with the results of the stages that it was read off
 * @throws TopographError (usage) for parameters out of range; the signal's reason when cancelled
 */
export async function runPipeline(
  { papers, files, fields, vectors }: Collection,
  given: Partial<Parameters> = {},
  context: Context = {},
): Promise<Run> {
  const { title, executor = inProcess(), monitor = {}, remember = forget, earlier, placed } = context;
  const p = completeParameters(naming(given, vectors));
  if (p.background !== undefined && !context.background)
    throw new TopographError(
      "usage",
      `parameters: background is ${JSON.stringify(p.background)}, but none is at hand; give context.background`,
    );
  const at = progress(monitor);
  const analysis = await analyse({ papers, parameters: p, ...(vectors ? { vectors } : {}) }, context);
  const { text, links, graph } = analysis;
  const { rows } = text.matrix;
  const asked = p.topics !== undefined || p.resolution !== undefined;
  let found: Promise<Divided> | undefined;
  /** The topics where no number of them is asked for: the layout starts from these whatever is, so that it never moves. */
  const automatic = () => {
    const told = (done: number) => at("topics")(done * 0.8);
    found ??= remember("division", [graph, p.seed], () =>
      divide(graph, rows, { seed: p.seed }, executor, asked ? undefined : told),
    );
    return found;
  };
  const layOutNow = (): Promise<Places> =>
    remember("layout", [graph, p.seed, earlier], async () => {
      const place = await (earlier
        ? growLayout(graph, earlier, p.seed)
        : layOut(graph, (await automatic()).topic, p, executor, at("layout")));
      return { ...place, size: nodeSizes(graph, place) };
    });
  // Where there are threads, one of them lays out while the others do all else that is made of the topics.
  const placing = !placed && executor.beside && papers.length >= LEAST_BESIDE ? layOutNow() : undefined;
  placing?.catch(() => undefined); // An error is heard where it is awaited, or gives way to that of the topics.
  const growing = remember("topics", [graph, p.seed, p.topics, p.resolution, earlier], async () => {
    const told = at("topics");
    if (earlier && !earlier.anew) {
      const { words } = earlier;
      const known = words
        ? reviseTopics(earlier, termRows(papers, { ...p, ...words }, await backgroundFor(p, context)), rows)
        : earlier;
      return growTopics(graph, rows, known, p.seed, executor, told);
    }
    const divided = await (asked
      ? divide(graph, rows, p, executor, (done) => told(done * 0.8))
      : automatic());
    return topicTree(graph, rows, divided, p.seed, executor, (done) => told(0.8 + done * 0.2));
  });
  // While other threads look for topics, this one does what needs none.
  const terms = paperTerms(text.matrix, TERMS_PER_PAPER);
  const tree = await growing;
  const names = nameTopics(tree, text);
  const areas = nameAreas(tree, names, text);
  const place = placed ?? (await (placing ?? layOutNow()));
  if (placing) at("layout")(1); // It told nothing from its thread.
  at("names")(1);
  const map = assembleMap({
    title: title ?? titleOf(files),
    generator: GENERATOR,
    parameters: p,
    inputs: inputsOf(files),
    papers,
    fields,
    tree,
    names,
    colors: assignColors(tree, place),
    areas,
    ...place,
    terms,
    concepts: conceptNames(text.concepts),
    edges: links.edges,
    missing: links.references.missing,
    ...(text.matrix.background ? { background: text.matrix.background } : {}),
    notes: collectionNotes(papers, tree, vectors),
  });
  return { map, ...analysis };
}

/** The map alone of `runPipeline`. */
export async function buildMap(
  collection: Collection,
  given: Partial<Parameters> = {},
  context: Context = {},
): Promise<TopicMap> {
  return (await runPipeline(collection, given, context)).map;
}

/** What the parameters say that words are weighed against, where it is at hand. */
async function backgroundFor(p: Parameters, { background }: Context): Promise<Background | undefined> {
  return p.background === undefined ? undefined : background?.();
}

/** Tells how far a stage is, unless the run is to stop. */
function progress({ signal, onProgress }: Monitor) {
  return (stage: Stage) => (done: number) => {
    signal?.throwIfAborted();
    onProgress?.(stage, done);
  };
}
