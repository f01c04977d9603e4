import fc from "fast-check";
import { expect, test } from "vitest";
import { xml } from "../../src/export/xml.ts";
import { anyText } from "../sample-map.ts";
import { parseXml } from "./parse-xml.ts";

test("markup, quotes, tabs and line ends become references", () => {
  expect(xml(`<a href="b">&\t\r\n]]>`)).toBe("&lt;a href=&quot;b&quot;&gt;&amp;&#9;&#13;&#10;]]&gt;");
});

test("characters that XML cannot hold are dropped, halves of characters replaced", () => {
  expect(xml("a\0b\x1bc\ufffed\ud800e\u{1f600}")).toBe("abcd\ufffde\u{1f600}");
});

test("any text reads back the same, less what XML cannot hold", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = parseXml(`<a b="${xml(text)}"/>`);
      const kept = text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
      expect(document.documentElement?.getAttribute("b")).toBe(kept);
    }),
    { numRuns: 500 },
  );
});
