import { canParseUrl } from '../../../platform/can-parse-url.js';

const YOUTUBE = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtube-nocookie.com', 'www.youtube-nocookie.com']);
const YOUTUBE_ID = /^[\w-]{11}$/;
const VIMEO_PATH = /^\/(?:video\/)?(\d{1,12})(?:\/([\da-f]{1,20}))?\/?$/;
const PEERTUBE_PATH = /^\/(?:w|videos\/watch)\/([\w-]+)\/?$/;

/**
 * The address of the player for a video's address as an author finds it in the browser; `null` if the video lies elsewhere.
 * YouTube plays from its cookie-less host, Vimeo with tracking off. `hosts` are host names the institution trusts beside these;
 * there PeerTube's watch pages become players and other addresses are taken to be players already.
 */
export function embedUrl(address: string, hosts: readonly string[] = []): string | null {
  if (!canParseUrl(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port || url.username || url.password) return null;
  if (YOUTUBE.has(url.hostname) || url.hostname === 'youtu.be') return youtube(url);
  if (['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'].includes(url.hostname)) return vimeo(url);
  return hosts.includes(url.hostname) ? trusted(url) : null;
}

function youtube(url: URL): string | null {
  const id =
    url.hostname === 'youtu.be'
      ? url.pathname.slice(1)
      : (url.searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([^/]+)$/.exec(url.pathname)?.[1]);
  if (!id || !YOUTUBE_ID.test(id)) return null;
  const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
  return `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ''}`;
}

/** `90`, `90s` or `1h2m3s` in seconds; 0 for anything else. */
function seconds(time: string): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(time);
  if (!match) return 0;
  const [hours = 0, minutes = 0, rest = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + rest;
}

function vimeo(url: URL): string | null {
  const [, id, pathHash] = VIMEO_PATH.exec(url.pathname) ?? [];
  if (!id) return null;
  const hash = pathHash ?? url.searchParams.get('h');
  return `https://player.vimeo.com/video/${id}?${hash && /^[\da-f]{1,20}$/.test(hash) ? `h=${hash}&` : ''}dnt=1`;
}

function trusted(url: URL): string {
  const id = PEERTUBE_PATH.exec(url.pathname)?.[1];
  return id ? `https://${url.hostname}/videos/embed/${id}` : url.href;
}
