/** A function that acts once nobody has called it for so many milliseconds; the last arguments count. */
export function afterPause<A extends readonly unknown[]>(
  ms: number,
  act: (...given: A) => void,
): (...given: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms, ...given);
  };
}
