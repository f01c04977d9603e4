import type { PdfPage } from "../../export/pdf.ts";
import { fontFiles } from "./fonts.ts";
import { download } from "./save.ts";

/**
 * Saves pages of marks as a PDF file. A page in one file prints them instead (see single/print.ts).
 * @returns whether a file was saved
 */
export async function savePdf(pages: Iterable<PdfPage>, title: string, name: string): Promise<boolean> {
  const { pdfOf } = await import("../../export/pdf.ts");
  const fonts = { regular: await fontFiles("400"), bold: await fontFiles("700") };
  download(pdfOf(pages, fonts, title) as Uint8Array<ArrayBuffer>[], name, "application/pdf");
  return true;
}
