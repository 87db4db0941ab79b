import { describe, expect, it } from '@jest/globals';
import { embedUrl } from './video-hosts.js';

describe('the player of a video', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?t=1m30s', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://vimeo.com/76979871/8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1'],
  ])('of %s plays without tracking', (address, player) => {
    expect(embedUrl(address)).toBe(player);
  });

  it('of a host the institution trusts is taken, and PeerTube pages become players', () => {
    const hosts = ['video.riverside.example'];
    expect(embedUrl('https://video.riverside.example/w/9c9de5e8', hosts)).toBe(
      'https://video.riverside.example/videos/embed/9c9de5e8',
    );
    expect(embedUrl('https://video.riverside.example/play?id=7', hosts)).toBe('https://video.riverside.example/play?id=7');
  });

  it.each([
    'not an address',
    'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=../../../evil',
    'https://www.youtube.com/@channel',
    'https://vimeo.com/about',
    'https://user:secret@video.riverside.example/w/1',
    'https://video.riverside.example:8443/w/1',
    'https://other.video.riverside.example/w/1',
    'javascript:alert(1)//https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'data:text/html,x',
  ])('of %s does not exist', (address) => {
    expect(embedUrl(address, ['video.riverside.example'])).toBeNull();
  });
});
