import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** Content of an archive by path; with a Unix mode where an entry is no plain file. */
export type ZipContent = Record<string, string | Buffer | { content: string; mode: number }>;

export async function zipOf(content: ZipContent): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, entry] of Object.entries(content)) {
    if (typeof entry === 'string' || Buffer.isBuffer(entry)) zip.addBuffer(Buffer.from(entry as string), path);
    else zip.addBuffer(Buffer.from(entry.content), path, { mode: entry.mode });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The archive with one name for another of the same length, which no honest program would write. */
export function renamed(archive: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('Names of one length only: an archive counts their bytes');
  const patched = Buffer.from(archive);
  for (let at = patched.indexOf(from); at !== -1; at = patched.indexOf(from, at + 1)) patched.write(to, at, 'latin1');
  return patched;
}

/** The archive whose directory says that its first entry unpacks to so many bytes (APPNOTE 4.3.12). */
export function declaring(archive: Buffer, bytes: number): Buffer {
  const patched = Buffer.from(archive);
  patched.writeUInt32LE(bytes, patched.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
  return patched;
}

/** One course of two pages, a picture and nothing wrong with it. */
export function tinyCourse(): ZipContent {
  return {
    'charts/config.yaml': 'title: Honest charts\nlicense: CC-BY 4.0\nepisodes:\n- 01-axes.md\n- 02-colours.md\n',
    'charts/episodes/01-axes.md': '---\ntitle: Axes\nteaching: 5\nexercises: 0\n---\n\n![A bar chart](fig/bars.svg)\n',
    'charts/episodes/02-colours.md': '---\ntitle: Colours\nteaching: 5\nexercises: 0\n---\n\nBack to [axes](01-axes.md).\n',
    'charts/episodes/fig/bars.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="1" height="2"/></svg>',
  };
}

/** The files of an archive by path. */
export async function unzipped(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
