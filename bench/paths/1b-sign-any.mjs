// Signing one badge at a time, each of another shape, so that no template fits.
import { byCpu, openSigning } from '../harness/signing.mjs';

export const title = 'sign badges of any shape, one at a time, one thread';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'library'],
];

export const goals = [
  { says: '≥ 0.18 of raw crypto.sign (CPU)', atLeast: 0.18, value: byCpu('limit') },
  { says: '≥ 30 x the library (CPU)', atLeast: 30, value: byCpu('library') },
];

export const open = () =>
  openSigning({ shapes: 'any shape', command: 'signEach', words: 'Cairn: signCredential, by the walker' });
