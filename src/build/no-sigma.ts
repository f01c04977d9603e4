/** Stands in the place of the WebGL surface: the page then draws on a plain canvas. */
export function sigmaSurface(): never {
  throw new Error("this page has no WebGL");
}
