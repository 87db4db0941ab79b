import { Module } from '@nestjs/common';
import { SmtpSender } from './smtp-sender.js';

/** The way to the mail server, for the worker and the doctor. Mails are written with `queueMail`. */
@Module({ providers: [SmtpSender], exports: [SmtpSender] })
export class MailModule {}
