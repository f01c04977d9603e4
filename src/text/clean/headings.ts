/** Headings of structured abstracts, lower case; plurals and "X and Y" are tried by `isHeading`. */
const HEADINGS = new Set(
  `abstract|aim|background|context|conclusion|contribution|data source|design|discussion|evaluation|evidence|example
  |finding|funding|future work|goal|hypothesis|impact|importance|index term|interpretation|intervention|introduction
  |key finding|key result|key word|keyword|level of evidence|limitation|main outcome|main outcome measure|main result
  |main outcome measure|material|measurement|method|methodology|motivation|novelty|objective|observation|originality
  |originality value|outcome|outcome measure|overview|participant|patient|patient and method|population
  |practical implication|practical relevance|problem|problem statement|purpose|rationale|recommendation|registration
  |relevance|research design|research limitation|research method|research question|result|scope|search strategy
  |setting|significance|significance statement|social implication|statement of significance|study design|study selection
  |subject|subject and method|summary|theoretical implication|trial registration|implication|approach|data collection
  |design methodology approach|research limitation implication|value|technique|data|main finding|primary outcome
  |hintergrund|einleitung|ziel|ziele|fragestellung|methode|methoden|methodik|ergebnis|ergebnisse|schlussfolgerung
  |schlussfolgerungen|fazit|zusammenfassung|résumé|contexte|introduction|objectif|but|méthode|matériel et méthode
  |résultat|discussion|mots-clé|resumen|objetivo|introducción|antecedente|método|metodología|material y método
  |material y metodo|resultado|conclusión|conclusione|palabras clave|resumo|introdução|método|metodologia|conclusõe
  |conclusão|palavras-chave|obiettivo|metodo|metodi|risultato|risultati|conclusioni|riassunto`
    .split("|")
    .map((h) => h.trim()),
);
/** Texts with such headings have one of these, which is found faster than the pattern. */
const CAPITALS = ["METHOD", "RESULT", "CONCLUSION", "OBJECTIVE"];
const CAPITAL_HEADING =
  /(^|[.!?;)\]]\s*|\n\s*)(?:(?:BACKGROUND|INTRODUCTION|OBJECTIVES?|PURPOSE|AIMS?|(?:MATERIALS? AND |PATIENTS AND )?METHOD(?:S|OLOGY)?|(?:MAIN |KEY )?RESULTS?|FINDINGS|CONCLUSIONS?|DISCUSSION|SIGNIFICANCE|INTERPRETATION|SETTING|PARTICIPANTS|MEASUREMENTS|LIMITATIONS)(?:\s*(?:AND|&|\/)\s*(?=[A-Z]))?)+(?=\s+[A-Z0-9][a-z0-9]|\s*[.:\-–—])/g;

/** Drops headings of structured abstracts: "METHODS:", and in capitals without a colon. */
export function dropHeadings(text: string): string {
  const t = text.includes(":") ? dropBeforeColons(text) : text;
  return CAPITALS.some((word) => t.includes(word)) ? t.replace(CAPITAL_HEADING, "$1 . ") : t;
}

function dropBeforeColons(text: string): string {
  let kept = "";
  let from = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    const start = headingStart(text, colon, from);
    if (start < colon && isHeading(text.slice(start, colon))) {
      kept += `${text.slice(from, start)} . `;
      from = colon + 1;
    }
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** Where the phrase before a colon begins: after the last sentence end, at most 48 characters back. */
function headingStart(text: string, colon: number, floor: number): number {
  const low = Math.max(floor, colon - 48);
  for (let i = colon - 1; i >= low; i--) if (".!?\n;)".includes(text[i])) return i + 1;
  return low === floor ? low : colon;
}

function isHeading(phrase: string): boolean {
  const p = phrase.trim();
  if (p === "" || p[0] === p[0].toLowerCase()) return false;
  const words = p.toLowerCase().replace(/[/&,]/g, " and ").replace(/\s+/g, " ");
  const known = (h: string) => HEADINGS.has(h) || (h.endsWith("s") && HEADINGS.has(h.slice(0, -1)));
  return known(words) || words.split(/ and | (?:et|und|y|e) /).every((part) => known(part.trim()));
}
