import { expect, test } from "vitest";
import { read } from "./reading.ts";

const BIB = `@article{a, title={A title of some length}, file={:/home/me/Secret/a.pdf:PDF}, bdsk-file-1={YnBsaXN0}, owner={me}}
@article{b, title={Another title of some length}, file={Full Text:files/12/b.pdf:application/pdf}}`;
const RIS = `TY  - JOUR
TI  - A title of some length
L1  - file:///C:/Users/me/a.pdf
L4  - internal-pdf://2/a.pdf
C1  - C:\\Users\\me\\notes.txt
UR  - https://example.org/1
L3  - 10.1234/a
L2  - https://example.org/full.pdf
ER  - 
`;
const ZOTERO = `"Key","Item Type","Title","File Attachments","Extra"
"K1","journalArticle","A title of some length","/Users/me/Zotero/storage/K/a.pdf","kept"
`;

test.each([
  ["a.bib", BIB, ["bdsk-file-1", "file"]],
  ["a.ris", RIS, ["C1", "L1", "L4"]],
  ["a.csv", ZOTERO, ["File Attachments"]],
])("paths on a computer stay at home unless they are named: %s", async (name, text, left) => {
  const { fields = [], leftOut = [] } = await read(text, name);
  expect(
    leftOut
      .filter(({ reason }) => reason.includes("computer"))
      .map((one) => one.name)
      .sort(),
  ).toEqual(left);
  expect(JSON.stringify(fields)).not.toMatch(/Users|home|storage|files\/12/);
  const asked = await read(text, name, { fields: new Set(["all", ...left]) });
  expect(asked.fields?.map((field) => field.name)).toEqual(expect.arrayContaining([...left, "type"]));
});

test("addresses on the web are no paths", async () => {
  const { fields = [] } = await read(RIS, "a.ris");
  expect(JSON.stringify(fields)).toContain("https://example.org/full.pdf");
});
