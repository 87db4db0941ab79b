import { embedSnippet } from './embed-snippet';

describe('What is copied for a page of another site', () => {
  it('is a frame with a name for who does not see it', () => {
    expect(embedSnippet('https://cairn.example.edu', { id: '7', title: 'Data storytelling' })).toBe(
      '<iframe src="https://cairn.example.edu/embed/7" title="Data storytelling" width="100%" height="420" loading="lazy" style="border:0"></iframe>',
    );
  });

  it('is one frame whatever the offering is called', () => {
    const snippet = embedSnippet('https://cairn.example.edu', { id: '7', title: '"><script>alert(1)</script> & more' });
    expect(snippet).toContain('title="&quot;>&lt;script>alert(1)&lt;/script> &amp; more"');
    expect(snippet).not.toContain('<script');
  });
});
