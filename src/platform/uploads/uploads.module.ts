import { Module } from '@nestjs/common';
import { AbandonUpload } from './abandon-upload.js';
import { AppendToUpload } from './append-to-upload.js';
import { FindUpload } from './find-upload.js';
import { ForgetUploads } from './forget-uploads.js';
import { ReadUploadBody } from './read-upload-body.js';
import { StartUpload } from './start-upload.js';
import { TakeUpload } from './take-upload.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsRepository } from './uploads.repository.js';

@Module({
  providers: [UploadsRepository, FindUpload, StartUpload, AppendToUpload, AbandonUpload, TakeUpload, ForgetUploads],
  exports: [FindUpload, StartUpload, AppendToUpload, AbandonUpload, TakeUpload, ForgetUploads],
})
export class UploadsModule {}

@Module({ imports: [UploadsModule], controllers: [UploadsController], providers: [ReadUploadBody] })
export class UploadsHttpModule {}
