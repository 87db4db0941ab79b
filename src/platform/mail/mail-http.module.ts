import { Module } from '@nestjs/common';
import { MailModule } from './mail.module.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxPages } from './mailbox.pages.js';
import { ReadMailbox } from './read-mailbox.js';

@Module({ imports: [MailModule], controllers: [MailboxController, MailboxPages], providers: [ReadMailbox] })
export class MailHttpModule {}
