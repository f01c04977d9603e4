import { DOMParser, type Document } from "@xmldom/xmldom";
import { expect } from "vitest";

/** Parses XML; anything that is not well-formed fails the test. U+FFFD in the text is a warning there, and right here. */
export function parseXml(text: string): Document {
  const onError = (level: string, message: string) => {
    if (level !== "warning") expect.fail(message);
  };
  return new DOMParser({ onError }).parseFromString(text, "text/xml");
}
