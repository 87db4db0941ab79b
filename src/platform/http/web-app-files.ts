import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { projectFile } from '../project-file.js';
import { formOf, type Packed, type Packing } from './send-packed.js';

/** A file of the web application, in each form that the build left. */
export interface WebAppFile extends Packed {
  /** Its name changes with its content. */
  isLasting: boolean;
}

const SUFFIXES: readonly (readonly [Packing, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** What the build of `web/` left, in memory: a few hundred kilobytes, read once. Empty where it was not built, as in most tests. */
@Injectable()
export class WebAppFiles {
  /** By the path below `/app/`. */
  private readonly files: ReadonlyMap<string, WebAppFile>;

  constructor() {
    this.files = readFiles(fileURLToPath(projectFile('web/dist')));
  }

  find(path: string): WebAppFile | undefined {
    return this.files.get(path);
  }
}

function readFiles(folder: string): Map<string, WebAppFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.flatMap((name) => {
      const contentType = TYPES[extname(name)];
      if (!contentType) return [];
      const at = join(folder, name);
      const packed = SUFFIXES.filter(([, suffix]) => existsSync(at + suffix)).map(([packing, suffix]) => [
        packing,
        formOf(readFileSync(at + suffix)),
      ]);
      const path = name.replaceAll('\\', '/');
      const isLasting = path.startsWith('assets/');
      return [
        [
          path,
          { contentType, plain: formOf(readFileSync(at)), packed: Object.fromEntries(packed), isLasting } satisfies WebAppFile,
        ] as const,
      ];
    }),
  );
}
