import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { type ReadPackageResult, readPackageZip } from '../archive/read-package.js';

/** Opens a stored archive. Reading one needs a file with random access, so it is copied to a temporary folder, whatever the storage is. */
@Injectable()
export class OpenImport {
  constructor(private readonly files: FileStore) {}

  async run<Result>(file: StoredFile, use: (opened: ReadPackageResult) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-import-'));
    try {
      const path = join(folder, 'package.zip');
      await pipeline(await this.files.openVerified(file), createWriteStream(path));
      const opened = await readPackageZip(path);
      try {
        return await use(opened);
      } finally {
        if (opened.ok) await opened.files.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
