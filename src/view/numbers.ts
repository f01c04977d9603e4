/** Made at the first count: it takes 10 ms and more, and most commands write none. */
let number: Intl.NumberFormat | undefined;

/** A count with its thousands separated. */
export function count(value: number): string {
  number ??= new Intl.NumberFormat("en");
  return number.format(value);
}

/** "1 paper", "144 papers". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A share of 0 to 1 as a whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A weight or similarity with two digits that count. */
export function weight(value: number): string {
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1).replace(".0", "") : value.toFixed(2);
}
