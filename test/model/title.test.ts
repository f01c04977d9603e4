import { expect, test } from "vitest";
import { titleOf } from "../../src/model/collection.ts";

test.each([
  ["resnet_papers_page.txt", "Resnet papers page"],
  ["refs.bib.gz", "refs"],
  ["My-Thesis__refs.bib", "My Thesis refs"],
  ["PubMed export.nbib", "PubMed export"],
  ["élan vital.ris", "Élan vital"],
  ["__.csv", "__"],
  ["stdin", "Untitled"],
])("the title of a map of %s is %s", (name, title) => {
  expect(titleOf([{ name }])).toBe(title);
});
