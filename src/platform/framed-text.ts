/** A text in pieces: what it has in common with others of its make, and between those pieces what is its own. */
export interface FramedText {
  /** One piece more than `own`; as a rule one list for all texts of a make. */
  readonly frame: readonly string[];
  readonly own: readonly string[];
}

export function wholeText({ frame, own }: FramedText): string {
  const pieces = [frame[0] as string];
  for (let place = 0; place < own.length; place += 1) pieces.push(own[place] as string, frame[place + 1] as string);
  // Joined and not added up: a sum of many strings keeps them all alive until somebody reads it.
  return pieces.join('');
}

/** The frame of them all; undefined where they have several, or are none. */
export function commonFrame(texts: readonly FramedText[]): readonly string[] | undefined {
  const frames = new Set(texts.map(({ frame }) => frame));
  const [first] = frames;
  return first && [...frames].every((frame) => frame === first || isEqual(frame, first)) ? first : undefined;
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((piece, place) => piece === other[place]);
}
