import { canParseUrl } from '../can-parse-url.js';

/** How to reach one folder of one bucket on an S3-compatible server. */
export interface S3Options {
  endpoint: string;
  bucket: string;
  /** Empty, or a path that ends in a slash; lets several installations share a bucket. */
  folder: string;
  region: string;
  pathStyle: boolean;
  /** Without them, the machine's own role is asked (instance profile, web identity, AWS_* variables). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

const SETTINGS = new Set(['region', 'pathStyle']);
const FOLDER = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

/**
 * Reads `https://key:secret@host/bucket[/folder]?region=…&pathStyle=true`. The region defaults to us-east-1; path style, which every
 * server understands, is the default too. Throws an error that says what is wrong, without showing the secret.
 */
export function parseS3Url(text: string): S3Options {
  if (!canParseUrl(text)) throw new S3UrlError('is not an address');
  const url = new URL(text);
  const [bucket = '', ...folders] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (bucket === '') throw new S3UrlError('names no bucket: write https://…@host/bucket');
  const folder = folders.join('/');
  if (folder !== '' && !FOLDER.test(folder))
    throw new S3UrlError('names a folder with other characters than letters, digits, . _ - and /');
  for (const name of url.searchParams.keys()) {
    if (!SETTINGS.has(name)) throw new S3UrlError(`has an unknown setting ${name}; there are: ${[...SETTINGS].join(', ')}`);
  }
  return {
    endpoint: url.origin,
    bucket,
    folder: folder === '' ? '' : `${folder}/`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    pathStyle: pathStyle(url),
    ...credentials(url),
  };
}

export class S3UrlError extends Error {
  override readonly name = 'S3UrlError';

  constructor(fault: string) {
    super(`S3_URL ${fault}`);
  }
}

function pathStyle(url: URL): boolean {
  const value = url.searchParams.get('pathStyle') ?? 'true';
  if (value !== 'true' && value !== 'false') throw new S3UrlError('has a pathStyle that is neither true nor false');
  return value === 'true';
}

function credentials(url: URL): Pick<S3Options, 'credentials'> {
  if (url.username === '' && url.password === '') return {};
  if (url.username === '' || url.password === '') throw new S3UrlError('has only half of key:secret');
  return { credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) } };
}
