/** The address of a badge's picture that this page may load: pictures of other sites are none of ours to show. */
export function localPicture(imageUrl: string | null, origin: string): string | null {
  if (imageUrl === null || !URL.canParse(imageUrl)) return null;
  const url = new URL(imageUrl);
  return url.origin === origin ? url.pathname + url.search : null;
}
