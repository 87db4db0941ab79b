import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EncloseFiles } from './enclose-files.js';
import { SmtpSender } from './smtp-sender.js';

/** The way to the mail server, for the worker and the doctor. Mails are written with `queueMail`, and what they enclose is made by providers marked with `@Encloses`. */
@Module({ imports: [DiscoveryModule], providers: [EncloseFiles, SmtpSender], exports: [EncloseFiles, SmtpSender] })
export class MailModule {}
