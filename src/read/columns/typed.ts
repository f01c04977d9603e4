import type { Field } from "../../model/field.ts";
import {
  booleanField,
  type Cells,
  type FieldHead,
  labelField,
  listField,
  numberField,
} from "../../model/field-columns.ts";
import { dateNotation } from "./dates.ts";
import { LIST_FIELDS, TEXT_FIELDS } from "./known.ts";
import { numberNotation } from "./numbers.ts";

/** Longer texts are read, not told apart. */
const LONGEST_CATEGORY = 120;
/** So few values are categories, however few papers have one. */
const FEW_CATEGORIES = 24;
/** A column in which one of so many values is a list is one of lists. */
const LISTS_AMONG = 10;
const LONGEST_ITEM = 80;
const SEPARATORS = [";", "|", "\n"];

/** What came for a field: one text a paper, or several. */
export type Came = string | readonly string[];

/**
 * The column of the type that its values have, all of them: lists where a source has lists, or where parts of a text
 * stand between semicolons, bars or line ends; true and false; numbers; dates; categories where values repeat; else text.
 */
export function typedField(head: FieldHead, count: number, { papers, values }: Cells<Came>): Field {
  const { name } = head;
  // A paper stands in several files or groups or in one: most collections have no paper of the first sort.
  const least = name === "source" || name === "group" ? 2 : 1;
  if (LIST_FIELDS.has(name) || values.some((value) => typeof value !== "string" && value.length >= least))
    return listField(head, count, { papers, values: values.map(itemsOf) });
  const texts = values.map((value) => (typeof value === "string" ? value : value[0]));
  const distinct = [...new Set(texts)];
  const cells = { papers, values: texts };
  if (distinct.every((text) => /^(?:true|false)$/i.test(text)))
    return booleanField(head, count, { papers, values: texts.map((text) => /^t/i.test(text)) });
  if (!TEXT_FIELDS.has(name)) {
    const date = dateNotation(distinct, name);
    if (date !== undefined) return labelField(head, "date", count, { papers, values: texts.map(date) });
    const number = numberNotation(distinct);
    if (number !== undefined)
      return numberField(head, count, { papers, values: texts.map(number.read) }, number.unit);
    const separator = separatorOf(distinct);
    if (separator !== undefined)
      return listField(head, count, { papers, values: texts.map((text) => parts(text, separator)) });
  }
  return labelField(head, isCategory(distinct, texts.length) ? "category" : "text", count, cells);
}

function itemsOf(value: Came): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function parts(text: string, separator: string): string[] {
  const whole = text.trimEnd().endsWith(separator) ? text.trimEnd().slice(0, -1) : text;
  return whole.split(separator).map((part) => part.trim());
}

/** What the items of lists stand between, where so many of the texts are lists that the column is one. */
function separatorOf(texts: readonly string[]): string | undefined {
  return SEPARATORS.find((separator) => {
    let lists = 0;
    for (const text of texts) {
      if (!text.includes(separator)) {
        if (text.length > LONGEST_ITEM) return false;
        continue;
      }
      const items = parts(text, separator);
      if (items.some((item) => item === "" || item.length > LONGEST_ITEM)) return false;
      lists++;
    }
    return lists > 0 && lists * LISTS_AMONG >= texts.length;
  });
}

function isCategory(distinct: readonly string[], filled: number): boolean {
  if (distinct.some((text) => text.length > LONGEST_CATEGORY || text.includes("\n"))) return false;
  return distinct.length <= FEW_CATEGORIES || 2 * distinct.length <= filled;
}
