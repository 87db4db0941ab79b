import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** What a running server writes about itself into `postmaster.pid`; a crash leaves the file behind. */
export interface PostmasterFile {
  pid: number;
  port: number;
  state: string;
  /** The file as it is: tells a new one from the one a crash left, even where the process id is the same. */
  text: string;
}

const PORT_LINE = 3;
const STATE_LINE = 7;

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  try {
    const text = await readFile(pathOf(cluster), 'utf8');
    const lines = text.split('\n');
    return { pid: Number(lines[0]), port: Number(lines[PORT_LINE]), state: (lines[STATE_LINE] ?? '').trim(), text };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Replaces the process id in a file whose server is dead by ours. PostgreSQL refuses to start while any process has the id
 * found there, except for its own parent. Deleting the file instead would take away the rest of it, by which PostgreSQL
 * notices surviving children of the dead server.
 */
export async function disownPostmasterFile(cluster: string, left: PostmasterFile): Promise<void> {
  const text = left.text.replace(/^.*/, String(process.pid));
  // As root we write into a folder of another user: never through a link, and never to an empty file in between.
  const file = await open(pathOf(cluster), constants.O_WRONLY | constants.O_NOFOLLOW);
  try {
    await file.write(text, 0);
    await file.truncate(Buffer.byteLength(text));
    await file.sync();
  } finally {
    await file.close();
  }
}

function pathOf(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
