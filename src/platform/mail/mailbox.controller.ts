import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../http/access.js';
import { html, htmlPage } from '../http/html.js';
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
const SHOWN = 100;

/** Mail as it was written. Where no SMTP server is configured, this is the only place it goes to. */
@ApiTags('Mailbox')
@Controller()
export class MailboxController {
  constructor(private readonly mailbox: ReadMailbox) {}

  /** Mail of the institution, newest first. */
  @Get('api/v1/mailbox')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: MailPage })
  async listMail(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<InstanceType<typeof MailPage>> {
    const rows = await this.mailbox.run(actor, query);
    return page(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }), presentMail);
  }

  @Get('mailbox')
  @RoleAccess('institution:read', 'admin')
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async showMailbox(@CurrentActor() actor: Actor): Promise<string> {
    const mail = await this.mailbox.run(actor, { limit: SHOWN });
    return htmlPage({
      title: 'Mailbox',
      body: html`<h1>Mailbox</h1>
        ${mail.length === 0 ? html`<p>No mail was written yet. Invitations and badge notices appear here.</p>` : null}
        ${mail.map(
          ({ recipient, subject, body, createdAt, sentAt }) =>
            html`<article class="card">
              <h2>${subject}</h2>
              <p>
                To ${recipient},
                <time datetime="${createdAt.toISOString()}">${createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</time
                >${sentAt ? ', sent' : ', kept here'}
              </p>
              <pre class="mail">${body}</pre>
            </article>`,
        )}`,
    });
  }
}

function presentMail({ id, recipient, subject, body, createdAt, sentAt }: ReadMail): MailView {
  return { id, recipient, subject, body, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}
