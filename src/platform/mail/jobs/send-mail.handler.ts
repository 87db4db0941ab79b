import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CLOCK, type Clock } from '../../clock.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { HandlesJob } from '../../queue/handler-catalogue.js';
import type { JobContext } from '../../queue/job.js';
import { EncloseFiles } from '../enclose-files.js';
import { MailMessage } from '../mail-message.entity.js';
import { SmtpSender } from '../smtp-sender.js';
import { sendMail } from './send-mail.js';

/** Sends a mail at least once. Without a mail server it stays in the mailbox page, unsent, and that is all. */
@Injectable()
@HandlesJob(sendMail)
export class SendMailHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sender: SmtpSender,
    private readonly enclose: EncloseFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ mailId }: { mailId: string }, { institutionId }: JobContext): Promise<void> {
    if (!this.sender.configured) return;
    const unsent = { id: mailId, sentAt: IsNull() };
    const mail = await this.work.run({ institutionId }, (tx) => tx.manager.findOneBy(MailMessage, unsent));
    // Sent by an earlier delivery, or erased meanwhile.
    if (!mail) return;
    await this.sender.send(mail, await this.enclose.all(mail));
    await this.work.run({ institutionId }, (tx) => tx.manager.update(MailMessage, unsent, { sentAt: this.clock.now() }));
  }
}
