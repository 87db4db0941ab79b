import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isRoot } from './server-user.js';

/** Makes the data folder if needed and answers its real path, so that two names of one folder share one owner lock. */
export async function prepareFolder(dataDirectory: string): Promise<string> {
  const wanted = resolve(dataDirectory);
  const firstMade = await mkdir(wanted, { recursive: true });
  // Under a strict umask root would make folders that the server's user cannot pass.
  if (firstMade !== undefined && isRoot()) await openForPassing(wanted, firstMade);
  return realpath(wanted);
}

async function openForPassing(from: string, upTo: string): Promise<void> {
  for (let folder = from; folder.length >= upTo.length; folder = dirname(folder)) {
    await chmod(folder, (await stat(folder)).mode | 0o111);
  }
}
