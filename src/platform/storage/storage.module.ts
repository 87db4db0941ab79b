import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { DiskDriver } from './disk-driver.js';
import { FileStore } from './file-store.js';
import { S3Driver } from './s3-driver.js';
import { parseS3Url } from './s3-options.js';
import { SweepStorage } from './sweep-storage.js';
import { STORAGE_DRIVER, type StorageDriver } from './storage-driver.js';

/** S3 when S3_URL is set, else the folder `files` of the data directory. */
export function storageDriver({ S3_URL, CAIRN_DATA_DIR }: Environment): StorageDriver {
  return S3_URL ? new S3Driver(parseS3Url(S3_URL)) : new DiskDriver(join(CAIRN_DATA_DIR, 'files'));
}

@Global()
@Module({
  providers: [{ provide: STORAGE_DRIVER, inject: [Environment], useFactory: storageDriver }, FileStore, SweepStorage],
  exports: [STORAGE_DRIVER, FileStore, SweepStorage],
})
export class StorageModule {}
