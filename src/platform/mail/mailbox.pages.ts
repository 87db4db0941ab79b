import { Controller, Get } from '@nestjs/common';
import { type Actor, CurrentActor, RoleAccess } from '../http/access.js';
import { type Html, html, type PageFrame } from '../http/html.js';
import { HtmlPages, page, type PageAnswer } from '../http/page.js';
import { type ReadMail, ReadMailbox } from './read-mailbox.js';

const SHOWN = 100;

@Controller('mailbox')
@HtmlPages()
export class MailboxPages {
  constructor(private readonly mailbox: ReadMailbox) {}

  @Get()
  @RoleAccess('institution:read', 'admin')
  async showMailbox(@CurrentActor() actor: Actor): Promise<PageAnswer> {
    return page(mailboxPage(await this.mailbox.run(actor, { limit: SHOWN })));
  }
}

/** The newest mail first; one more than is shown tells that there is more. */
function mailboxPage(mail: readonly ReadMail[]): PageFrame {
  return {
    title: 'Mailbox',
    body: html`<h1>Mailbox</h1>
      <p>Mail that Cairn wrote for your institution. No mail server is set up, so this is where it stays.</p>
      ${mail.length === 0 ? html`<p>No mail was written yet. Invitations and badge notices appear here.</p>` : null}
      ${mail.slice(0, SHOWN).map(letter)}
      ${mail.length > SHOWN ? html`<p>These are the newest ${SHOWN}. The API lists all of them: <code>/api/v1/mailbox</code>.</p>` : null}`,
  };
}

function letter({ id, recipient, subject, body, files, createdAt }: ReadMail): Html {
  const written = createdAt.toISOString();
  return html`<article class="card">
    <h2>${subject}</h2>
    <p class="quiet">To ${recipient}, <time datetime="${written}">${written.slice(0, 16).replace('T', ' ')} UTC</time></p>
    <pre class="letter">${body}</pre>
    ${
      files.length === 0
        ? null
        : html`<ul>
            ${files.map(({ name }) => html`<li><a href="/api/v1/mailbox/${id}/files/${name}">${name}</a></li>`)}
          </ul>`
    }
  </article>`;
}
