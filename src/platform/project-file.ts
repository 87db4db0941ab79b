import { existsSync, readFileSync } from 'node:fs';

/** Reads a file that stands beside package.json, from the sources and from the build alike. */
export function readProjectFile(name: string): Buffer {
  return readFileSync(projectFile(name));
}

/** Where a file of the project is. */
export function projectFile(name: string): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const parent = new URL('..', folder);
    if (parent.href === folder.href) throw new Error(`There is no package.json above ${import.meta.url}`);
    folder = parent;
  }
  return new URL(name, folder);
}
