import { Module } from '@nestjs/common';
import { MailboxController } from './mailbox.controller.js';
import { MailboxPages } from './mailbox.pages.js';
import { ReadMailbox } from './read-mailbox.js';

@Module({ controllers: [MailboxController, MailboxPages], providers: [ReadMailbox] })
export class MailHttpModule {}
