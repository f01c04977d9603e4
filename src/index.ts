/** The library: a table of contents. Works in Node and in the browser; importing it does nothing. */

export { type AcyclicCitations, citationLayers, withoutCycles } from "./citations/acyclic.ts";
export { citingButDissimilar, type Pair, similarNotCiting } from "./citations/gaps.ts";
export { type CitationGraph, citationGraph } from "./citations/graph.ts";
export { type MainPath, mainPath, searchPathShares } from "./citations/main-path.ts";
export { ancestors, descendants } from "./citations/reach.ts";
export { type PathStep, shortestPath } from "./citations/shortest-path.ts";
export { buildDocument, type Document } from "./document.ts";
export {
  type Contrast,
  type ContrastQuestion,
  contrast,
  contrastTopics,
  type LogOdds,
  logOddsRatio,
  type TopicContrast,
} from "./explain/contrast.ts";
export { type LackingWork, lackingWorks } from "./explain/lacking.ts";
export { type Candidate, rankUnseen } from "./explain/screening.ts";
export { comparableValues, type Sides, sidesOf } from "./explain/sides.ts";
export { mostSimilar, type Similar } from "./explain/similar.ts";
export { type TellingTerm, type TellingTerms, tellingTerms } from "./explain/tell-apart.ts";
export { type Explanation, explainLink, type TextEvidence } from "./explain/why.ts";
export { toAsreviewCsv } from "./export/asreview.ts";
export { toBibtex } from "./export/bibtex.ts";
export { toCslJson } from "./export/csl.ts";
export { toEdgesCsv, toNodesCsv } from "./export/csv.ts";
export { toCyjs } from "./export/cyjs.ts";
export { type Flow, flowOf, toFlowJson } from "./export/flow.ts";
export { toFlowSvg } from "./export/flow-svg.ts";
export { type GexfOptions, toGexf } from "./export/gexf.ts";
export { toGraphml } from "./export/graphml.ts";
export { toHtml } from "./export/html.ts";
export { toNodeLink } from "./export/node-link.ts";
export { toPajek, toPajekPartition, toPajekVector } from "./export/pajek.ts";
export { type PictureOptions, toSvg } from "./export/picture.ts";
export type { ListOptions, TopicsAs } from "./export/reading-list.ts";
export { toRis } from "./export/ris.ts";
export { toEventsCsv, toTopicsCsv } from "./export/time-csv.ts";
export { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "./export/vosviewer.ts";
export { type MapFolder, openFolder } from "./folder/map-folder.ts";
export { type ReadMap, readFolder } from "./folder/read-map.ts";
export { bytesOf, type FolderSource, filesSource, urlSource } from "./folder/source.ts";
export { type FolderFile, type FolderOptions, folderFiles } from "./folder/write.ts";
export { zipOf, zipSource } from "./folder/zip.ts";
export { measure, withMeasures } from "./graph/measure.ts";
export { toGraph } from "./graph/to-graph.ts";
export { type Executor, inProcess, type Kernel } from "./kernel/executor.ts";
export type { MapChanges } from "./model/changes.ts";
export type { Collection, Source } from "./model/collection.ts";
export { decodeMap, type MapSource } from "./model/decode.ts";
export { EDGE_KINDS, type EdgeKind, type EdgeList } from "./model/edges.ts";
export { encodeMap } from "./model/encode.ts";
export { TopographError } from "./model/errors.ts";
export type { Edit, TopicMap } from "./model/map.ts";
export type { Paper } from "./model/paper.ts";
export { DEFAULT_PARAMETERS, type Parameters } from "./model/parameters.ts";
export type { Monitor, OnProgress, Stage } from "./model/progress.ts";
export type { FileReport, Note, Warning } from "./model/report.ts";
export { sourceOf } from "./model/source-of.ts";
export type { Topic } from "./model/topic.ts";
export type { Vectors, VectorsName } from "./model/vectors.ts";
export { type Analysis, analyse, buildMap, type Context, type Run, runPipeline } from "./pipeline.ts";
export { type ReaderOptions, readPapers } from "./read/read.ts";
export { readVectors, type VectorOptions, type VectorsRead } from "./read/vectors/vectors.ts";
export { applyEdits, type Replay, replayEdits, uneditedMap, wordsFor } from "./shape/apply.ts";
export { compareMaps } from "./shape/compare.ts";
export type { Correction, KnownEdit, Part, VocabularyEdit } from "./shape/edits.ts";
export { addEdit, dropEdit, type History, redo, startHistory, undo } from "./shape/history.ts";
export { referTo, type TopicRef } from "./shape/topic-ref.ts";
export { BACKGROUND, type Background } from "./text/background/background.ts";
export { readBackground } from "./text/background/table.ts";
export { type Burst, type BurstOptions, burstsOf } from "./time/bursts.ts";
export {
  type CitationBurst,
  type CitationYears,
  citationBursts,
  citationYears,
  type HotPaper,
  hotPapers,
  type SleepingBeauty,
  sleepingBeauties,
} from "./time/citation-years.ts";
export { type CitedYears, citedYears } from "./time/cited-years.ts";
export { type TermBurst, type TermColumns, termBursts, termColumns } from "./time/term-bursts.ts";
export { countedLinks, type ThematicMap, type Theme, thematicMap } from "./time/thematic.ts";
export { type Measure, type TopicYears, topicRow, topicYears } from "./time/topic-years.ts";
export { recentFrom, rowTrend, type Trend, trendOf } from "./time/trends.ts";
export type { TimeEvent } from "./time/windows/story.ts";
export {
  eventTopic,
  type TimeWindows,
  timeWindows,
  type WindowFlow,
  type WindowTopic,
} from "./time/windows/windows.ts";
export { isIncomplete, type Years, yearsOf } from "./time/years.ts";
export { textEvidence } from "./worker/evidence.ts";
