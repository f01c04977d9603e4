/** Stands in the place of the WebGL stage: the page then draws on a plain canvas. */
export function sigmaStage(): never {
  throw new Error("this page has no WebGL");
}
