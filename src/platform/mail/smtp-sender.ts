import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Environment } from '../config/environment.js';
import { mailPage } from '../letters/mail-page.js';
import { HopelessJob } from '../queue/deliver-outbox-row.js';
import type { EnclosedFile } from './enclosure.js';
import { letterWith } from './letter-with-files.js';
import type { MailMessage } from './mail-message.entity.js';

type HtmlForm = Partial<Pick<MailMessage, 'html' | 'language'>>;

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const CONNECTIONS = 4;

/** The mail server, if SMTP_URL names one. */
@Injectable()
export class SmtpSender implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly messageIdDomain: string;

  constructor(environment: Environment) {
    this.messageIdDomain = new URL(environment.publicUrl).hostname;
    this.transport = environment.SMTP_URL ? pool(environment.SMTP_URL, environment.MAIL_FROM) : null;
  }

  get configured(): boolean {
    return this.transport !== null;
  }

  /** Resolves when the server answers and takes our credentials; throws what it says otherwise. */
  async check(): Promise<void> {
    await this.transport?.verify();
  }

  /**
   * Sends the mail; sent again it keeps its Message-ID, by which mail programs drop the second one.
   * Throws `HopelessJob` when the server refuses this mail for good, and other errors when trying again may help.
   */
  async send(
    { id, recipient, subject, body, html, language }: Pick<MailMessage, 'id' | 'recipient' | 'subject' | 'body'> & HtmlForm,
    files: readonly EnclosedFile[] = [],
  ): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server: SMTP_URL is not set');
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${this.messageIdDomain}>`,
        // As an object it is one address, whatever commas it holds.
        to: { name: '', address: recipient },
        subject,
        text: letterWith(body, files, language ?? 'en'),
        ...(html ? { html: mailPage({ language: language ?? 'en', subject, html, files }) } : {}),
        attachments: files.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
        // RFC 3834: no out-of-office replies to us.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      if (isRefusedForGood(error)) throw new HopelessJob(`The mail server refuses: ${(error as Error).message}`);
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function pool(url: string, from: string): Transporter {
  return createTransport(
    {
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // A text from a person must never be read as the name of a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
}

/** 5yz to the envelope or the message is about this mail (RFC 5321 §4.2.1); to the login, about our settings. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500;
}
