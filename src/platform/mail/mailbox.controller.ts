import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../http/access.js';
import { IdParam } from '../http/id-param.js';
import { page, PageOf, PageQuery } from '../http/paging.js';
import { type ReadMail, ReadMailbox } from './read-mailbox.js';

export class MailFileView {
  @ApiProperty()
  name: string;

  @ApiProperty()
  contentType: string;
}

export class MailView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  recipient: string;

  @ApiProperty()
  subject: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ type: [MailFileView], description: 'What is enclosed; made whenever it is asked for.' })
  files: MailFileView[];

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

  /** A file that goes with a mail. */
  @Get(':id/files/:name')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async getMailFile(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('name') name: string): Promise<StreamableFile> {
    const { label, content } = await this.mailbox.file(actor, id, name);
    return new StreamableFile(content, { type: label.contentType, disposition: `attachment; filename="${label.name}"` });
  }
}

function presentMail({ id, recipient, subject, body, files, createdAt, sentAt }: ReadMail): MailView {
  const named = files.map(({ name, contentType }) => ({ name, contentType }));
  return {
    id,
    recipient,
    subject,
    body,
    files: named,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}
