/**
 * sigma reads constants of WebGL2RenderingContext when it is loaded and throws where there is none. An empty stand-in
 * lets the page load there; the canvas stage is used then. Imported before sigma.
 */
for (const name of ["WebGLRenderingContext", "WebGL2RenderingContext"])
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
