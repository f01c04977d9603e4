/** How an entry opens; "y": looked for at one place. */
export const ENTRY = /@[ \t]*([a-zA-Z][\w-]{0,40})[ \t\r\n]*([{(])/y;
/** The same, with a key and a comma after it or a field: what an entry inside an entry looks like. */
export const INNER = /@[ \t]*[a-zA-Z][\w-]{0,40}[ \t]*[{(][^\s{}()=",]{0,200}[ \t]*,/y;
/** An entry without its opening bracket. */
export const BARE =
  /@[ \t]*(article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)[ \t]+(?=[^\s,{}()=@]{1,200}[ \t]*,[ \t]*\n)/iy;
/** An entry that lost its "@". */
export const LOST =
  /^[ \t]*((?:article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)[ \t]*\{)[^\s{}()=",]{1,200}[ \t]*,[ \t]*$/im;
/** An opening without its "@". */
export const BEGIN = /^([a-z]+)[ \t]*(\{)/i;

/** The position of the next character that can mean something inside an entry: \n ( ) \ { | } */
export function nextSign(text: string, from: number): number {
  const length = text.length;
  let i = from;
  for (; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 40 || c === 41 || c === 92 || (c >= 123 && c <= 125)) break;
  }
  return i;
}
