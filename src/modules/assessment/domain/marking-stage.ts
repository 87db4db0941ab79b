export type LeaseMarker = 'first' | 'second' | 'agreed';
/** `requalification`: nobody looked at the work again; a rule of a later edition was applied to what had been found. */
export type Marker = LeaseMarker | 'correction' | 'requalification';

interface GivenMark {
  marker: Marker;
  final: boolean;
}

/** What an attempt waits for; `null`: nothing, its verdict stands. */
export function awaitedMarker(given: readonly GivenMark[]): LeaseMarker | null {
  if (given.some(({ final }) => final)) return null;
  const has = (marker: Marker) => given.some((mark) => mark.marker === marker);
  if (!has('first')) return 'first';
  return has('second') ? 'agreed' : 'second';
}
