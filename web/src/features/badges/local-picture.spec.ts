import { localPicture } from './local-picture';

describe('localPicture', () => {
  const origin = 'https://cairn.example';

  it('is what stands here', () => {
    expect(localPicture('https://cairn.example/badge-images/1?size=2', origin)).toBe('/badge-images/1?size=2');
  });

  it('is nothing for what stands elsewhere, or nowhere', () => {
    expect([
      localPicture('https://cairn.example.evil.example/1', origin),
      localPicture('http://cairn.example/1', origin),
      localPicture('data:image/png;base64,AA', origin),
      localPicture('nonsense', origin),
      localPicture(null, origin),
    ]).toEqual([null, null, null, null, null]);
  });
});
