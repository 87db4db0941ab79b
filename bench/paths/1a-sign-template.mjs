// Signing badges of one programme: what a chunk of a bulk award does between reading and storing.
import { byCpu, openSigning } from '../harness/signing.mjs';

export const title = 'sign badges of one shape, one thread';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'library'],
  ['twoThreads', 'oneThread'],
];

export const goals = [
  { says: '≥ 0.45 of raw crypto.sign (CPU)', atLeast: 0.45, value: byCpu('limit') },
  {
    says: 'two threads ≥ 1.8 x one',
    atLeast: 1.8,
    value: (results) => results.ratio('twoThreads', 'oneThread').median,
  },
  { says: '≥ 60 x the library (CPU)', atLeast: 60, value: byCpu('library') },
];

export const open = () =>
  openSigning({
    shapes: 'one shape',
    command: 'signMany',
    words: 'Cairn: signCredentials, 200 at once, from a template',
    threads: true,
  });
