import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LetterLanguage } from '../letters/letter-language.js';
import type { Enclosure } from './enclosure.js';

/** A mail that was decided on: readable in the mailbox page at once, and sent when SMTP is configured. */
@Entity({ name: 'mail_message' })
@Unique('mail_message_dedupe_key', ['dedupeKey'])
@Index('mail_message_created', ['institutionId', 'createdAt'])
export class MailMessage {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mail_message_pk' })
  id: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId: string;

  @Column({ name: 'dedupe_key', type: 'text' })
  dedupeKey: string;

  @Column({ type: 'text' })
  recipient: string;

  @Column({ type: 'text' })
  subject: string;

  /** Plain text. */
  @Column({ type: 'text' })
  body: string;

  /** The same for the body of an HTML mail; `null` in what has only one form. */
  @Column({ type: 'text', nullable: true })
  html: string | null;

  /** Of its words. */
  @Column({ type: 'text', nullable: true })
  language: LetterLanguage | null;

  /** What goes with it. */
  @Column({ type: 'jsonb', nullable: true })
  enclosure: Enclosure | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** When the mail server took it; `null` without one. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}
