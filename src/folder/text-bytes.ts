/** Texts as they are: a byte-order mark is a character like any other. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Bytes of a text up to which it is put together unit by unit; longer ones the platform decodes in less time. */
const SHORT = 48;

/**
 * A text out of its bytes in UTF-8. Most texts of a table are short and of ASCII: those are put together here, because
 * browsers keep some hundred bytes for every piece of memory that they are shown to decode.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > SHORT) return decoder.decode(bytes);
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 127) return decoder.decode(bytes);
  return Reflect.apply(String.fromCharCode, null, bytes);
}
