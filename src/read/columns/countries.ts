import english from "i18n-iso-countries/langs/en.json";

/** As databases and people write them, beside the names of ISO 3166: Web of Science shortens, PubMed spells out. */
const ALSO: Readonly<Record<string, string>> = {
  BA: "bosnia and herceg|bosnia",
  BN: "brunei",
  BO: "plurinational state of bolivia",
  CD: "dem rep congo|dr congo|congo kinshasa|zaire",
  CG: "rep congo|congo brazzaville",
  CN: "peoples r china|p r china|pr china|prc|mainland china",
  CV: "cabo verde",
  CZ: "czechoslovakia",
  DE: "fed rep ger|deutschland|west germany",
  DO: "dominican rep",
  ES: "espana",
  FM: "micronesia",
  GB: "england|scotland|wales|north ireland|northern ireland|u k|britain",
  GE: "rep of georgia|republic of georgia",
  GM: "gambia",
  GQ: "equat guinea",
  HK: "hong kong sar|hong kong",
  IR: "iran islamic republic of",
  IT: "italia",
  KN: "st kitts and nevi",
  KP: "north korea",
  KR: "korea|s korea",
  LA: "laos",
  MD: "moldova",
  MK: "macedonia|fyrom",
  MO: "macau|macao",
  MX: "mexico d f",
  MZ: "mozambique",
  NL: "the netherlands|holland",
  PG: "papua n guinea",
  PS: "palestinian territories|palestinian territory",
  RS: "serbia and montenegro|yugoslavia",
  RU: "ussr",
  SA: "kingdom of saudi arabia",
  SK: "slovak republic",
  SZ: "swaziland",
  SY: "syria",
  TL: "timor leste",
  TR: "turkiye|turkey",
  TT: "trinid and tobago|trinidad tobago",
  TW: "taiwan roc|republic of china|taiwan r o c",
  TZ: "tanzania united republic of",
  AE: "u arab emirates",
  US: "u s a|u s|united states of america usa",
  VA: "vatican",
  VE: "bolivarian republic of venezuela",
  VN: "viet nam",
};

const CODES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(english.countries).flatMap(([code, names]) =>
    [names].flat().map((name) => [fold(name), code] as const),
  ),
  ...Object.entries(ALSO).flatMap(([code, names]) => names.split("|").map((name) => [name, code] as const)),
  // Two have this name: most who write it mean the smaller part of it no more than the larger.
  ["congo", "CG"],
]);
const ALPHA_2: ReadonlySet<string> = new Set(Object.keys(english.countries));

function fold(name: string): string {
  const plain = /[^\x20-\x7e]/.test(name) ? name.normalize("NFD").replace(/\p{M}/gu, "") : name;
  return plain
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/** The ISO 3166-1 alpha-2 code of a country by its English name or its code; undefined where it is none. */
export function countryCode(name: string): string | undefined {
  const text = name.trim();
  if (ALPHA_2.has(text)) return text;
  const folded = fold(text);
  return CODES.get(folded) ?? CODES.get(folded.replace(/^the /, ""));
}

/** Behind an address: who wrote it, where to write to. */
const MAIL = /[\s.,;(]*(?:electronic address:?|e-?mail:?)?\s*[^\s,;]{1,100}@[^\s,;]+.*$/i;
const PEOPLE = /^\s*\[[^\]]*\]\s*/;
const ZIP = /\b[A-Z]{2}\s+\d{5}(?:-\d{4})?$/;

/** An address without people and mail. */
function place(address: string): string {
  const text = address.length > 2000 ? address.slice(-2000) : address;
  return text
    .replace(PEOPLE, "")
    .replace(text.includes("@") ? MAIL : /$^/, "")
    .replace(/[\s.,;]+$/, "");
}

/** The country that an address ends in, as a code; undefined where none is named. */
export function countryOf(address: string): string | undefined {
  const text = place(address);
  const parts = text.split(/[,;]/).map((part) => part.trim());
  for (const part of parts.slice(-2).reverse()) {
    const found = countryAtEnd(part, text);
    if (found !== undefined) return found;
    // Only a number may stand behind it.
    if (!/^[\d\s-]+$/.test(part)) break;
  }
  return ZIP.test(text) ? "US" : undefined;
}

function countryAtEnd(part: string, address: string): string | undefined {
  // A state of the USA, too.
  if (/^georgia$/i.test(part)) return /tbilisi|batumi|kutaisi/i.test(address) ? "GE" : "US";
  const bare = part.replace(/^.*\d\S*\s+(?=\D+$)/, "").replace(/\s+\S*\d.*$/, "");
  return codeOf(part) ?? codeOf(bare) ?? codeOf(bare.replace(/^[A-Z]{2}\s+/, ""));
}

/** A name, not two letters, which may be a state's. */
function codeOf(name: string): string | undefined {
  return name.length > 2 || /^U[KS]$/.test(name) ? countryCode(name) : undefined;
}

const INSIDE =
  /^(?:the\s)?(?:dep(?:t|artment)|fac(?:ulty)?|school|sch|div(?:ision)?|lab(?:oratory)?|section|unit|chair|program(?:me)?|group|graduate|college of)\b/i;
const INSTITUTION =
  /univ|inst|college|coll\b|hosp|clinic|cent(?:er|re)|academ|acad\b|polytech|politec|school|minist|agency|council|museum|foundation|laborator|research|\b(?:eth|epfl|mit|cnrs|inria|inserm|csic|nasa|ibm|inc|ltd|gmbh|corp)\b/i;

/** The institution of an address: what is called one and is no part of one; undefined where nothing is. */
export function institutionOf(address: string): string | undefined {
  const parts = place(address)
    .split(/[,;]/)
    .map((part) => part.trim().replace(/^and\s/, ""))
    .filter((part) => part !== "");
  // Web of Science begins with it.
  if (PEOPLE.test(address)) return parts[0];
  const named = parts.filter((part) => INSTITUTION.test(part));
  return (
    named.find((part) => /univ/i.test(part) && !INSIDE.test(part)) ??
    named.find((part) => !INSIDE.test(part)) ??
    named[0]
  );
}
