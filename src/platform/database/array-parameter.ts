/** Before the elements: dimensions, whether there are nulls, type of the elements, how many, and the first index. */
export const HEADER_BYTES = 20;
/** Before each element, -1 for null. */
export const LENGTH_BYTES = 4;

/**
 * An array in PostgreSQL's binary form (`array_recv`). What the driver makes of a list is text in which it escapes every quote and
 * backslash, and which PostgreSQL has to read.
 *
 * It is written when the driver sends it. pg asks a parameter for its bytes, and copies them into its message before it asks the next one,
 * so one memory does for all: what lies outside of the heap is what the garbage collector is called for most while hundreds of badges are
 * written.
 */
export class ArrayParameter {
  // Private in earnest: an error that shows its parameters does not tell of people.
  readonly #write: () => Buffer;

  constructor(write: () => Buffer) {
    this.#write = write;
  }

  /** By this name pg asks for it. It holds until the next one is asked. */
  toPostgres(): Buffer {
    return this.#write();
  }
}

const shared = Buffer.allocUnsafeSlow(2 ** 20);

/** Where an array of so many bytes at most is written. */
export function roomFor(bytes: number): Buffer {
  return bytes > shared.length ? Buffer.allocUnsafe(bytes) : shared;
}

export function writeHeader(array: Buffer, elements: { oid: number; count: number; hasNulls: boolean }): void {
  array.writeInt32BE(1, 0);
  array.writeInt32BE(elements.hasNulls ? 1 : 0, 4);
  array.writeInt32BE(elements.oid, 8);
  array.writeInt32BE(elements.count, 12);
  array.writeInt32BE(1, 16);
}
