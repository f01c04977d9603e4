/** The library: a table of contents. Works in Node and in the browser; importing it does nothing. */

export { mostSimilar, type Similar } from "./explain/similar.ts";
export { type Explanation, explainLink, type TextEvidence } from "./explain/why.ts";
export { toBibtex } from "./export/bibtex.ts";
export { toEdgesCsv, toNodesCsv } from "./export/csv.ts";
export { type GexfOptions, toGexf } from "./export/gexf.ts";
export { toGraphml } from "./export/graphml.ts";
export { toHtml, toPackedHtml } from "./export/html.ts";
export { toPajek, toPajekPartition, toPajekVector } from "./export/pajek.ts";
export { toRis } from "./export/ris.ts";
export { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "./export/vosviewer.ts";
export { type Executor, inProcess, type Kernel } from "./kernel/executor.ts";
export type { Collection, Source } from "./model/collection.ts";
export { decodeMap, type MapSource } from "./model/decode.ts";
export { EDGE_KINDS, type EdgeKind, type EdgeList } from "./model/edges.ts";
export { encodeMap } from "./model/encode.ts";
export { TopographError } from "./model/errors.ts";
export type { TopicMap } from "./model/map.ts";
export type { Paper } from "./model/paper.ts";
export { DEFAULT_PARAMETERS, type Parameters } from "./model/parameters.ts";
export type { Monitor, OnProgress, Stage } from "./model/progress.ts";
export type { FileReport, Note, Warning } from "./model/report.ts";
export type { Topic } from "./model/topic.ts";
export { buildMap, type Context } from "./pipeline.ts";
export { type ReaderOptions, readPapers } from "./read/read.ts";
export { textEvidence } from "./worker/evidence.ts";
