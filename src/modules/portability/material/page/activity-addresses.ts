/** A link's or a definition's address, up to its fragment: letters that need no escaping, as in names of activities and of their files. */
const ADDRESS = /(\](?:\(|:\s*)<?)((?:activity:)?[\w.~-]+)(?=[#)>\s]|$)/g;

/**
 * The page with other addresses for its links where `rename` gives one, and every other letter as it was.
 * Finds addresses by the same signs as the links to stored activities are found, so that there and back is the same page.
 */
export function renameAddresses(markdown: string, rename: (address: string) => string | null): string {
  return markdown.replaceAll(ADDRESS, (whole, before: string, address: string) => {
    const renamed = rename(address);
    return renamed === null ? whole : before + renamed;
  });
}

/** All addresses of that kind on a page. */
export function addressesOn(markdown: string): string[] {
  return [...markdown.matchAll(ADDRESS)].flatMap(([, , address]) => address ?? []);
}
