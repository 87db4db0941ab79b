const HEADING = /^#{1,2}[ \t]+(.+?)[ \t]*(?:\n|$)/;
const DEFINITION = /^ {0,3}\[([^\]]+)\]:/;

/** A page's text with those addresses of the course's shared list (`[name]: https://…` lines) that it uses. */
export function withSharedAddresses(body: string, shared: string): string {
  const used = shared.split('\n').filter((line) => {
    const name = DEFINITION.exec(line)?.[1];
    return name !== undefined && body.includes(`[${name}]`);
  });
  return used.length > 0 ? `${body}\n\n${used.join('\n')}\n` : body;
}

/** A page without a first heading that only repeats its title, which stands above it anyway. */
export function withoutRepeatedTitle(markdown: string, title: string): string {
  const match = HEADING.exec(markdown);
  return match?.[1]?.toLowerCase() === title.toLowerCase() ? markdown.slice(match[0].length).trimStart() : markdown;
}
