import { findDoi } from "../../model/doi.ts";
import { tidy } from "./text.ts";

/** The DOI in a field, lower case, without resolver prefix or trailing punctuation; undefined where there is none. */
export function cleanDoi(text: string): string | undefined {
  return findDoi(tidy(text.slice(0, 2000)));
}

/** An http or https address; undefined for anything else (`javascript:`, file names). */
export function cleanUrl(text: string): string | undefined {
  const found = /https?:\/\/[^\s<>"'{}|\\^`\x00-\x1f]+/i.exec(text.slice(0, 4000))?.[0];
  if (found === undefined || found.length > 2000) return undefined;
  return found.replace(/[.,;]+$/, "");
}

const FIRST_YEAR = 1400;
const LAST_YEAR = 2100;

/** The year in a date of any form ("2021-03", "Mar 2021", 2021, "c2021", "2021a"); undefined where there is none plausible. */
export function cleanYear(value: string | number): number | undefined {
  if (typeof value === "number")
    return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR ? value : undefined;
  if (value.length === 4 && value >= "1400" && value <= "2100" && /^\d{4}$/.test(value)) return Number(value);
  const text = value.slice(0, 200);
  for (const match of text.matchAll(/(?<!\d)(\d{4})(?!\d{1,3}(?!\d))/g)) {
    const year = Number(match[1]);
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  }
  return undefined;
}

/** Whether a field that holds no year was meant to: "20x8", but not "n.d.", "in press" or 0. */
export function claimsYear(value: string | number): boolean {
  return /[1-9]/.test(typeof value === "number" ? String(value) : value.slice(0, 200));
}

/** A whole number ≥ 0 in a field ("1,234", "12"); undefined otherwise. */
export function cleanCount(value: string | number): number | undefined {
  const n = typeof value === "number" ? value : Number(value.replace(/[,\s]/g, "") || "x");
  return Number.isSafeInteger(n) && n >= 0 ? n : undefined;
}

const LANGUAGES = new Map(
  Object.entries({
    english: "en",
    eng: "en",
    french: "fr",
    fre: "fr",
    fra: "fr",
    français: "fr",
    german: "de",
    ger: "de",
    deu: "de",
    deutsch: "de",
    ngerman: "de",
    spanish: "es",
    spa: "es",
    español: "es",
    portuguese: "pt",
    por: "pt",
    italian: "it",
    ita: "it",
    chinese: "zh",
    chi: "zh",
    zho: "zh",
    japanese: "ja",
    jpn: "ja",
    korean: "ko",
    kor: "ko",
    russian: "ru",
    rus: "ru",
    polish: "pl",
    pol: "pl",
    turkish: "tr",
    tur: "tr",
    dutch: "nl",
    dut: "nl",
    nld: "nl",
    czech: "cs",
    cze: "cs",
    ces: "cs",
    croatian: "hr",
    hrv: "hr",
    slovenian: "sl",
    slovene: "sl",
    slv: "sl",
    persian: "fa",
    per: "fa",
    fas: "fa",
    arabic: "ar",
    ara: "ar",
    hungarian: "hu",
    hun: "hu",
    swedish: "sv",
    swe: "sv",
    norwegian: "no",
    nor: "no",
    danish: "da",
    dan: "da",
    finnish: "fi",
    fin: "fi",
    ukrainian: "uk",
    ukr: "uk",
    greek: "el",
    gre: "el",
    ell: "el",
    hebrew: "he",
    heb: "he",
    romanian: "ro",
    rum: "ro",
    ron: "ro",
    serbian: "sr",
    srp: "sr",
    slovak: "sk",
    slo: "sk",
    slk: "sk",
    indonesian: "id",
    ind: "id",
    malay: "ms",
    may: "ms",
    msa: "ms",
    vietnamese: "vi",
    vie: "vi",
    thai: "th",
    tha: "th",
    catalan: "ca",
    cat: "ca",
  }),
);

/** ISO 639-1 code of a language given by name, code or tag ("English", "eng", "en-US"); undefined where unknown. */
export function cleanLanguage(text: string): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .split(/[;,\s(]/, 1)[0];
  const known = LANGUAGES.get(word);
  if (known !== undefined) return known;
  return /^[a-z]{2}(?:[-_][a-z]{2,4})?$/.test(word) ? word.slice(0, 2) : undefined;
}
