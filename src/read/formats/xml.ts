import { gexfReader } from "../graph/gexf.ts";
import { graphmlReader } from "../graph/graphml.ts";
import { type GraphPapers, graphPapers } from "../graph/papers.ts";
import { outsideLines } from "../outside.ts";
import type { Format, RawRecord } from "../record.ts";
import { arxivOaiRecord, atomRecord } from "../xml/arxiv.ts";
import { endnoteRecord } from "../xml/endnote.ts";
import { modsRecord } from "../xml/mods.ts";
import { pubmedRecord } from "../xml/pubmed.ts";
import { unixrefRecord } from "../xml/unixref.ts";
import { zoteroRdf } from "../xml/zotero-rdf.ts";
import { type XmlHandler, xmlParser } from "../xml.ts";
import { type Element, find, recordBuilder, textAt } from "../xml-tree.ts";

/** Element that is a record → its reader. */
const READERS: ReadonlyMap<string, (element: Element) => RawRecord | undefined> = new Map([
  ["PubmedArticle", pubmedRecord],
  ["PubmedBookArticle", pubmedRecord],
  ["MedlineCitation", pubmedRecord],
  ["entry", atomRecord],
  ["mods", modsRecord],
  ["doi_record", unixrefRecord],
  ["record", recordOf],
]);

/** "record" is EndNote's and OAI-PMH's, whatever the latter holds. */
function recordOf(element: Element): RawRecord | undefined {
  const mods = find(element, "metadata", "mods")[0];
  if (mods !== undefined) return modsRecord(mods);
  const isOai = find(element, "header").length > 0 || find(element, "metadata").length > 0;
  return isOai ? arxivOaiRecord(element) : endnoteRecord(element);
}

/** Root elements of what is read. */
const HOLDERS = new Set(
  "PubmedArticleSet feed OAI-PMH records xml modsCollection doi_records crossref_result RDF".split(" "),
);
/** Root elements of what is not read: what that is, and what to do. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  [
    "collection",
    "looks like MARCXML, the format of library catalogues, which is not read; Zotero and JabRef open it and export RIS",
  ],
  ["CitaviExchangeData", "is Citavi's own format, which is not read: export RIS or BibTeX from Citavi"],
  ["Sources", "is Word's list of sources, which is not read; JabRef opens it and exports BibTeX"],
  ["mets", "is METS, which is not read: export MODS or RIS"],
]);
const XML_AFTER_TEXT =
  /^[ \t]*(?:<\?xml\s[^>]{0,200}\?>|<(?:PubmedArticleSet|PubmedArticle|OAI-PMH|modsCollection|mods|doi_records|crossref_result|rdf:RDF)[\s>]|<feed\s[^>]{0,400}Atom)/m;
const XML_LINE = new RegExp(XML_AFTER_TEXT.source);
const HTML =
  /^(?:a|b|body|br|center|div|font|form|h[1-6]|head|hr|i|iframe|img|input|li|link|main|meta|nav|noscript|ol|p|pre|script|section|span|style|table|tbody|td|title|tr|ul)$/i;

/** Root elements of graphs. */
const GRAPHS: ReadonlyMap<string, typeof gexfReader> = new Map([
  ["gexf", gexfReader],
  ["graphml", graphmlReader],
]);

/** PubMed, EndNote, arXiv (Atom and OAI-PMH), MODS, Crossref and Zotero RDF: one streaming parser, one small tree per record; GEXF and GraphML. */
export const xml: Format = {
  name: "xml",
  begins: (line) => XML_LINE.test(line),
  detect: (head) =>
    /^\s*<(?:\?xml|!DOCTYPE|!--|[a-zA-Z])/.test(head)
      ? /^\s*<\?xml|<!DOCTYPE|xmlns/.test(head)
        ? 3
        : 1.5
      : XML_AFTER_TEXT.test(head)
        ? 2
        : 0,
  create(emit, warn, options, head) {
    let ordinal = 0;
    let begun = false;
    let root = "";
    const isRecord = (name: string) => (root === "RDF" ? name !== "RDF" : READERS.has(name));
    const rdf = zoteroRdf((record) => emit({ record: `record ${++ordinal}`, ...record }));
    const builder = recordBuilder(isRecord, (element) => {
      if (root === "collection" && find(element, "leader").length > 0) return;
      begun = true;
      if (root === "RDF") return rdf.take(element);
      if (
        element.name === "entry" &&
        /^error$/i.test((textAt(element, "title") ?? "").trim()) &&
        /\/errors|error/i.test(textAt(element, "id") ?? "error")
      ) {
        warn(
          `arXiv answered with an error instead of papers: ${textAt(element, "summary")?.trim() ?? "no reason given"}`,
          { line: element.line },
        );
        return;
      }
      const record = READERS.get(element.name)?.(element);
      if (record !== undefined) emit({ line: element.line, record: `record ${++ordinal}`, ...record });
    });
    let graph: GraphPapers | undefined;
    let handler: XmlHandler = builder;
    const parser = xmlParser(
      {
        open(name, attributes, line) {
          if (root === "") {
            root = name;
            const reader = GRAPHS.get(root);
            if (reader) {
              graph = graphPapers(emit, warn, options);
              handler = reader(graph, warn);
            }
          }
          handler.open(name, attributes, line);
        },
        text: (text) => handler.text(text),
        close: (name) => handler.close(name),
      },
      warn,
    );
    // What a mail or a page put before the document.
    const before = /^\s*</.test(head) ? -1 : head.search(XML_AFTER_TEXT);
    let skip = before < 0 ? 0 : before;
    if (skip > 0) {
      const outside = outsideLines(warn, "XML");
      outside.add(head.slice(0, skip), 1);
      outside.end();
    }
    return {
      push(text) {
        parser.push(skip > 0 ? text.slice(skip) : text);
        skip = 0;
      },
      inside: parser.inside,
      held: () => graph?.count ?? 0,
      end() {
        parser.end();
        builder.end();
        rdf.end();
        if (graph) {
          const reason = graph.end();
          if (reason !== undefined) warn(`the XML (<${root}>) ${reason}`);
          return;
        }
        if (!begun && HTML.test(root))
          warn(
            `this is a piece of HTML (<${root}>; a login or error page?), not an export. Download the export itself`,
          );
        else if (root === "") warn("the XML has no elements: no papers in it");
        else if (!begun && HOLDERS.has(root))
          warn(`the XML (<${root}>) holds no records: it is empty. Did the search find anything?`);
        else if (!begun)
          warn(
            `the XML (<${root}>) ${OTHERS.get(root) ?? "holds no records that are known; expected PubMed, EndNote, arXiv (Atom, OAI), MODS, Crossref, Zotero RDF, GEXF or GraphML"}`,
          );
      },
    };
  },
};

/** The format's name for the report. */
export function xmlFlavour(head: string): string {
  if (/<Pubmed|<MedlineCitation|DTD PubMed/i.test(head.slice(0, 5000))) return "pubmed-xml";
  if (/<mods[\s>:]|modsCollection/.test(head.slice(0, 5000))) return "mods-xml";
  if (/<doi_record|crossref_result/.test(head.slice(0, 5000))) return "crossref-xml";
  const graph = /<(gexf|graphml)[\s>]/.exec(head.slice(0, 5000))?.[1];
  if (graph) return graph;
  if (/<rdf:RDF/.test(head.slice(0, 5000))) return "zotero-rdf";
  if (/<feed[\s>]|www\.w3\.org\/2005\/Atom/i.test(head.slice(0, 5000))) return "arxiv-atom";
  if (/OAI-PMH/i.test(head.slice(0, 5000))) return "oai-xml";
  return /<records?>|endnote/i.test(head.slice(0, 5000)) ? "endnote-xml" : "xml";
}
