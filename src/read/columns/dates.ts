const MONTHS = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap(
      (name, i) =>
        [
          [name, i + 1],
          [name.slice(0, 3), i + 1],
        ] as const,
    )
    .concat([["sept", 9]]),
);

const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2})([T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;
/** RIS: "2014/05/12/", "2014/05//", "2014///". */
const SLASHES = /^(\d{4})\/(\d{0,2})\/?(?:(?<=\/)(\d{0,2})\/?)?$/;
const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const DAY_AND_MONTH = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[ -]\s?([a-z]{3,9})\.?,?[ -](\d{4})$/i;
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.?\s(?:(\d{1,2})(?:st|nd|rd|th)?,?\s)?(\d{4})$/i;
const YEAR_MONTH_DAY = /^(\d{4})\s([a-z]{3,9})\.?(?:\s(\d{1,2}))?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR = /^\d{4}$/;

/**
 * How the texts of a column are dates, all of them: ISO 8601, 2014/05/12, 12.05.2014, 12/05/2014 or 05/12/2014 (which
 * of the two, the column has to show), 12 May 2014, May 12, 2014, 2014 May 12; in a column that is called a date also
 * 20140512. Years and months may stand alone, if not all do. undefined where a text is no date.
 * @returns gives a text as ISO 8601, as exact as it is
 */
export function dateNotation(texts: readonly string[], name: string): ((text: string) => string) | undefined {
  if (texts.length === 0) return undefined;
  const isCalled = /date|^d(?:[ap]|ep)$|^y[12]$/i.test(name);
  const order = dayOrder(texts);
  const read = (text: string) => isoOf(text, order, isCalled);
  let more = false;
  for (const text of texts) {
    const date = text.length > 40 ? undefined : read(text);
    if (date === undefined) return undefined;
    more ||= date.length > 4;
  }
  return more ? (text) => read(text) ?? text : undefined;
}

type Order = "day first" | "month first" | undefined;

/** Which of the two numbers is the day: one of them is above 12 somewhere, and the other nowhere. */
function dayOrder(texts: readonly string[]): Order {
  let [first, second] = [false, false];
  for (const text of texts) {
    const parts = text.length > 40 ? null : DAY_AND_MONTH.exec(text);
    if (parts === null) continue;
    first ||= Number(parts[1]) > 12;
    second ||= Number(parts[2]) > 12;
  }
  if (first === second) return undefined;
  return first ? "day first" : "month first";
}

function isoOf(text: string, order: Order, isCalled: boolean): string | undefined {
  if (YEAR.test(text)) return date(text);
  let parts = ISO.exec(text);
  if (parts !== null) return date(parts[1], parts[2], parts[3], parts[4]?.replace(" ", "T"));
  parts = SLASHES.exec(text);
  if (parts !== null) return date(parts[1], parts[2], parts[3]);
  parts = DOTS.exec(text);
  if (parts !== null) return date(parts[3], parts[2], parts[1]);
  parts = DAY_AND_MONTH.exec(text);
  if (parts !== null) {
    if (order === undefined) return undefined;
    return order === "day first" ? date(parts[3], parts[2], parts[1]) : date(parts[3], parts[1], parts[2]);
  }
  parts = DAY_MONTH_YEAR.exec(text);
  if (parts !== null) return named(parts[3], parts[2], parts[1]);
  parts = MONTH_DAY_YEAR.exec(text);
  if (parts !== null) return named(parts[3], parts[1], parts[2]);
  parts = YEAR_MONTH_DAY.exec(text);
  if (parts !== null) return named(parts[1], parts[2], parts[3]);
  parts = isCalled ? COMPACT.exec(text) : null;
  return parts === null ? undefined : date(parts[1], parts[2], parts[3]);
}

function named(year: string, month: string, day: string | undefined): string | undefined {
  const number = MONTHS.get(month.toLowerCase());
  return number === undefined ? undefined : date(year, String(number), day);
}

/** A date that there is, from year 1000 to 2999. */
function date(year: string, month = "", day = "", time = ""): string | undefined {
  if (!/^[12]/.test(year)) return undefined;
  if (month === "") return day === "" ? year : undefined;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const whole = `${year}-${month.padStart(2, "0")}`;
  if (day === "") return whole;
  const days = Number(month) === 2 && isLeap(Number(year)) ? 29 : DAYS[Number(month) - 1];
  return Number(day) < 1 || Number(day) > days ? undefined : `${whole}-${day.padStart(2, "0")}${time}`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
