/** British spellings whose pattern has no other words of weight in it; what is not sure is left as it is. First letters that all its words hold. */
const RULES: readonly (readonly [string, RegExp, string])[] = [
  // "visualisation", and verbs in -ise by their roots: "noise", "exercise" and "precise" are none.
  ["isation", /isation(?=s?$|al)/, "ization"],
  [
    "is",
    /(?<=^(?:anonym|author|binar|canonical|categor|character|contextual|crystall|custom|decentral|digit|discret|emphas|equal|factor|final|formal|general|global|harmon|hospital|hypothes|immun|initial|ion|linear|local|magnet|material|maxim|mechan|memor|minim|mobil|modern|neutral|normal|optim|optimal|orthogonal|parallel|parameter|personal|penal|polar|polymer|prior|priorit|quant|random|real|recogn|reorgan|organ|regular|serial|special|spatial|stabil|standard|summar|symbol|synchron|synthes|tempor|theor|token|util|vector|virtual|visual|vocal))is(?=(?:e|ed|es|ing|er|ers|able)$)/,
    "iz",
  ],
  ["ys", /(?<=anal)ys(?=(?:e|ed|ing|er|ers)$)/, "yz"],
  [
    "our",
    /(?<=(?:behavi|^col|^fav|flav|harb|^hum|^lab|neighb|^rum|^tum|vap|endeav|^arm))our(?=s?$|al|ed$|ing|able|ite|hood|less)/,
    "or",
  ],
  ["re", /(?<=^(?:cent|fib|theat|lit|meag))re(?=s?$)/, "er"],
  ["ll", /(?<=^(?:mode|labe|trave|signa|cance|channe|tunne|pane|leve))ll(?=(?:ed|ing|ings|er|ers)$)/, "l"],
  ["logue", /(?<=^(?:cata|dia|ana|mono|pro))logue(?=s?$)/, "log"],
  ["programme", /^programme(?=s?$)/, "program"],
  ["artefact", /^artefact/, "artifact"],
  ["grey", /^grey(?=s?$|scale)/, "gray"],
  ["anaem", /^anaem(?=i)/, "anem"],
  ["anaesth", /^anaesth/, "anesth"],
  ["haem", /^haem(?=[ao])/, "hem"],
  ["paed", /^paed(?=i)/, "ped"],
  ["oedema", /^oedema/, "edema"],
  ["oest", /^oest(?=r)/, "est"],
  ["foet", /^foet(?=us|al)/, "fet"],
  ["sulph", /^sulph/, "sulf"],
  ["aluminium", /^aluminium/, "aluminum"],
];
/** Most words have none of these letters and need no rule. */
const CANDIDATE = /is|ys|our|re|ll|logue|programme|artefact|grey|ae|oe|sulph|aluminium/;

/**
 * An English word in its American spelling, so that "visualisation" and "visualization" are one term; what is shown
 * stays as papers write it.
 * @param lower a lower case word without accents
 */
export function americanSpelling(lower: string): string {
  if (lower.length < 4 || !CANDIDATE.test(lower)) return lower;
  for (const [part, british, american] of RULES)
    if (lower.includes(part) && british.test(lower)) return lower.replace(british, american);
  return lower;
}
