/**
 * The same value with every typed array in it (in plain objects and arrays, at any depth) backed by shared memory, so
 * that threads read one copy. Everything else is left for structured cloning. The copies live as long as the answer: a
 * twin of every column until the end of the program would be memory for nothing, and copying takes milliseconds.
 */
export function share<T>(value: T): T {
  return shareAny(value, new Map()) as T;
}

/** Arrays that stand in several places are copied once. */
type Copies = Map<ArrayBufferView, ArrayBufferView>;

function shareAny(value: unknown, copies: Copies): unknown {
  if (ArrayBuffer.isView(value)) return shareView(value, copies);
  if (Array.isArray(value)) return value.some(isObject) ? value.map((item) => shareAny(item, copies)) : value;
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shareAny(item, copies)]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function shareView(view: ArrayBufferView, copies: Copies): ArrayBufferView {
  if (view.buffer instanceof SharedArrayBuffer || view instanceof DataView) return view;
  const known = copies.get(view);
  if (known) return known;
  const bytes = new Uint8Array(new SharedArrayBuffer(view.byteLength));
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const Type = view.constructor as new (buffer: SharedArrayBuffer) => ArrayBufferView;
  const copy = new Type(bytes.buffer);
  copies.set(view, copy);
  return copy;
}
