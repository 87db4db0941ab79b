/** Each text in UTF-8. They lie in one piece of memory: one of its own for each takes longer to get than to write. */
export function inOneBuffer(texts: readonly string[]): Buffer[] {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const all = Buffer.allocUnsafeSlow(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  return texts.map((text) => {
    const start = end;
    end += all.write(text, start);
    return all.subarray(start, end);
  });
}
