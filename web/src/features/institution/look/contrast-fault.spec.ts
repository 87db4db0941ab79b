import { describe, expect, it } from '@jest/globals';
import { contrastFault } from './contrast-fault';

describe('Two colours of a look', () => {
  it('are told how far they are from being told apart', () => {
    expect(contrastFault({ background: '#0b3d5c', accent: '#f4b942' })).toBeNull();
    expect(contrastFault({ background: '#777777', accent: '#777777' })).toBe(1);
    expect(contrastFault({ background: '#ffffff', accent: '#f4b942' })).toBeCloseTo(1.76, 1);
  });
});
