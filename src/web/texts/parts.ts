import { count } from "./texts.ts";

/** What is said where texts and links stay in the folder of a map: apart from the rest, because a page in one file has none of it. */
export const partsTexts = {
  links:
    "Links stay in the folder until they are looked at: those of a paper whose card is open, and those between some hundred papers that are selected or in sight.",
  noFacets:
    "This map folder is of an earlier version, without lists of concepts, venues and authors: the search finds their papers. “topograph convert map/ -o new/” writes it with them.",
  reading: "Reading …",
  waiting: "The rest of the map is loaded first.",
  tooManyChosen: (most: number) =>
    `Texts are read out of the map’s folder for up to ${count(most)} papers at once: select fewer of them, by the lasso, a search or filters.`,
  noRanges: (bytes: number) =>
    `The host gives no parts of files: ${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB were loaded whole.`,
  failed: "The rest of the map could not be loaded.",
  tooMany: (n: number) =>
    `This needs the texts and links of all ${count(n)} papers, more than a browser holds: use the command line.`,
  savesData:
    "This needs the texts and links of all papers, which are not loaded, because this browser is set to save data.",
};
