import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** What draws an SVG as the bytes of a PNG, so many times its size. */
export type Rasterise = (svg: string, scale: number) => Uint8Array;

let isReady: Promise<void> | undefined;

/** Loads the program that draws pixels (WebAssembly: the same on every machine). Once. @param wasm the bytes of resvg.wasm */
export function startRasteriser(wasm: () => Uint8Array<ArrayBuffer> | Promise<ArrayBuffer>): Promise<void> {
  isReady ??= (async () => initWasm(await wasm()))();
  return isReady;
}

/** An SVG as PNG; `startRasteriser` must have settled. @param fonts files that its text is set in (TrueType, OpenType, WOFF 2) */
export function pngOf(svg: string, scale: number, fonts: readonly Uint8Array[] = []): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
  });
  const pixels = drawing.render();
  const png = pixels.asPng();
  pixels.free();
  drawing.free();
  return png;
}
