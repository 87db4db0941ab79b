/** What our requests say: that no other site sends them, and the language of the screen, in which the server tells refusals then. */
export function ownHeaders(): Record<string, string> {
  return { 'X-Cairn-Request': '1', 'Accept-Language': document.documentElement.lang };
}
