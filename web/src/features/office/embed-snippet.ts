/** As high as the card of a short title is at 320 pixels; with a longer one, the frame scrolls there. */
const HEIGHT = 420;

/** What a page of another site holds to show the card of an offering. */
export function embedSnippet(origin: string, { id, title }: { id: string; title: string }): string {
  const attributes = {
    src: `${origin}/embed/${id}`,
    title,
    width: '100%',
    height: String(HEIGHT),
    loading: 'lazy',
    style: 'border:0',
  };
  return `<iframe ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')}></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
