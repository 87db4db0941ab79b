import { Module } from '@nestjs/common';
import { SendMailHandler } from './jobs/send-mail.handler.js';
import { MailModule } from './mail.module.js';

@Module({ imports: [MailModule], providers: [SendMailHandler] })
export class MailWorkerModule {}
