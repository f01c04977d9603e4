import { cleanDoi } from "../clean/identifiers.ts";
import { splitAuthors } from "../clean/names.ts";
import { LONGEST_LISTING } from "../limits.ts";
import { lineSplitter } from "../lines.ts";
import type { Emit, Format, Warn } from "../record.ts";
import { commonLabel, gluedLabel } from "../text/glue.ts";
import { isSentence, isTitleLike, otherKind } from "../text/kind.ts";
import { type Line, lineRole } from "../text/line.ts";
import { findStructure, type Group } from "../text/structure.ts";

const LONGEST_TITLE = 400;
const SHORTEST_ABSTRACT = 150;

/** A listing as it was copied from a page: the last resort, for text that no other reader knows. */
export const text: Format = {
  name: "text",
  detect: () => 0.1,
  create(emit, warn, options, head) {
    const other = otherKind(head);
    const lines: Line[] = [];
    let gap = false;
    let size = 0;
    const splitter = lineSplitter((line, number) => {
      const trimmed = line.replace(/[\s\u200b\ufeff]+/g, " ").trim();
      size += trimmed.length;
      if (trimmed === "") gap = true;
      else if (/\p{L}\p{M}{0,9}\p{L}|^10\.\d{4,9}\//u.test(trimmed.slice(0, 400))) {
        if (size < LONGEST_LISTING) lines.push({ text: trimmed, number, gap });
        gap = false;
      }
    });
    return {
      push: splitter.push,
      takesAnyLine: true,
      held: () => lines.length,
      isFull: () => size >= LONGEST_LISTING,
      end() {
        splitter.end();
        if (size >= LONGEST_LISTING)
          warn(
            `the pasted text is longer than ${LONGEST_LISTING} characters; the rest was left out. Split the file`,
          );
        if (other === undefined) emitPapers(lines, emit, warn, options.amongOthers ?? false);
        else warn(other, { line: 1 });
      },
    };
  },
};

function emitPapers(lines: readonly Line[], emit: Emit, warn: Warn, amongOthers: boolean): void {
  if (lines.length === 0) return;
  if (lines.every((line) => lineRole(line.text) === "link")) {
    warn(
      "found nothing but links, expected titles: what stands behind them is not fetched. Export the papers themselves",
      { line: lines[0].number },
    );
    return;
  }
  const { kind, groups, furniture } = findStructure(lines);
  if (amongOthers && !isListing(groups)) {
    warn(
      `this looks like notes rather than titles and abstracts (“${lines[0].text.slice(0, 60)}”), and was left out beside the other files; given alone it is read`,
      { line: lines[0].number },
    );
    return;
  }
  const sentences = kind === "titles" ? lines.filter((line) => isSentence(line.text)) : [];
  if (sentences.length > 0)
    warn(
      `${sentences.length} of ${lines.length} ${lines.length === 1 ? "line" : "lines"} read like sentences rather than titles (“${sentences[0].text.slice(0, 60)}”); each was taken for a title. Put a blank line before each paper, or its number`,
      { line: sentences[0].number },
    );
  if (furniture.length > 0) {
    const shown = furniture.slice(0, 3).map((line) => `“${line.text.slice(0, 60)}”`);
    warn(
      `${furniture.length} ${furniture.length === 1 ? "line" : "lines"} of the page around the papers left out: ${shown.join(", ")}${furniture.length > 3 ? " …" : ""}`,
      { line: furniture[0].number },
    );
  }
  const titles = groups.flatMap((group) => group.title?.text ?? []);
  const common = commonLabel(titles);
  const beforeFirst = furniture.some((line) => line.number < (groups[0]?.title?.number ?? 0));
  let without = 0;
  for (const [i, group] of groups.entries()) {
    const { title, record } = readGroup(group, i);
    let label = common !== "" && title.startsWith(common) ? common : "";
    if (label === "" && i === 0 && group.title !== undefined)
      label = gluedLabel(title, pageWithout(lines, group.title), beforeFirst);
    if (label !== "" && (common === "" || i === 0))
      warn(`the label “${label}” of a button was glued to the title; removed`, { line: record.line });
    if (kind === "alternating" && group.abstract.length === 0 && without++ < 5)
      warn("a title without an abstract after it; kept without abstract", {
        line: record.line,
        record: title.slice(0, 60),
      });
    if (group.title === undefined)
      warn("a text without a title before it; its first sentence was taken for the title", {
        line: record.line,
      });
    emit({ ...record, title: title.slice(label.length).trimStart() });
  }
}

/** Whether most papers have an abstract, or nearly all titles may be titles. */
function isListing(groups: readonly Group[]): boolean {
  const full = groups.filter(({ abstract }) =>
    abstract.some((line) => line.text.length >= SHORTEST_ABSTRACT),
  );
  if (full.length >= groups.length * 0.5) return true;
  return (
    groups.filter(({ title }) => title !== undefined && isTitleLike(title.text)).length >= groups.length * 0.7
  );
}

function readGroup(group: Group, index: number) {
  const abstract = group.abstract.map((line) => line.text).join(" ");
  const first = group.title ?? group.abstract[0];
  let title = first.text;
  let rest = abstract;
  if (group.title === undefined || title.length > LONGEST_TITLE) {
    rest = abstract === "" ? title : abstract;
    title = (/^.{10,300}?[.!?](?=\s)/.exec(title.slice(0, 400))?.[0] ?? title.slice(0, 200)).trim();
  }
  const detail = (role: string) =>
    group.details.filter((line) => lineRole(line.text) === role).map((line) => line.text);
  const authors = detail("authors")[0];
  const links = detail("link");
  return {
    title,
    record: {
      line: first.number,
      record: `paper ${index + 1}`,
      abstract: rest,
      year: detail("date")[0],
      authors: authors === undefined ? [] : splitAuthors(authors.replace(/^(?:by|authors?:)\s+/i, "")),
      doi: links.find((link) => cleanDoi(link) !== undefined),
      url: links.find((link) => link.startsWith("http")),
    },
  };
}

const LONGEST_PAGE = 2_000_000;

function pageWithout(lines: readonly Line[], left: Line): string {
  return lines
    .filter((line) => line !== left)
    .map((line) => line.text)
    .join("\n")
    .slice(0, LONGEST_PAGE)
    .toLowerCase();
}
