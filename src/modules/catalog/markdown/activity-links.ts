const LINK = /(\](?:\(|:\s*)<?activity:)([\w.~-]+)/g;

/**
 * Points a page's links to other activities (`[Loops](activity:loops)`) at new names: from a package's keys to stored ids, or back.
 * A name that `rename` does not know stays as it is.
 */
export function retargetActivityLinks(markdown: string, rename: (name: string) => string | null): string {
  return markdown.replaceAll(LINK, (_, before: string, name: string) => before + (rename(name) ?? name));
}
