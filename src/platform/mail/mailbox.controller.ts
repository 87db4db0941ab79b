import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../http/access.js';
import { page, PageOf, PageQuery } from '../http/paging.js';
import { type ReadMail, ReadMailbox } from './read-mailbox.js';

export class MailView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  recipient: string;

  @ApiProperty()
  subject: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'null: only kept here, or not sent yet.' })
  sentAt: string | null;
}

const MailPage = PageOf(MailView);

/** Mail as it was written. Where no SMTP server is configured, this is the only place it goes to. */
@ApiTags('Mailbox')
@Controller('api/v1/mailbox')
export class MailboxController {
  constructor(private readonly mailbox: ReadMailbox) {}

  /** Mail of the institution, newest first. */
  @Get()
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: MailPage })
  async listMail(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<InstanceType<typeof MailPage>> {
    const rows = await this.mailbox.run(actor, query);
    return page(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }), presentMail);
  }
}

function presentMail({ id, recipient, subject, body, createdAt, sentAt }: ReadMail): MailView {
  return { id, recipient, subject, body, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}
