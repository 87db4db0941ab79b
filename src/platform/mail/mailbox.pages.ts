import { Controller, Get } from '@nestjs/common';
import type { Language } from '../languages.js';
import { type Actor, CurrentActor, RoleAccess } from '../http/access.js';
import { type Html, html } from '../http/html.js';
import { HtmlPages, page, type PageAnswer } from '../http/page.js';
import { formatIn } from '../http/pages/format.js';
import type { Page } from '../http/pages/html-page.js';
import { wordsIn } from '../http/pages/words.js';
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
function mailboxPage(mail: readonly ReadMail[]): Page {
  return (language) => {
    const words = wordsIn(language).mailbox;
    return {
      title: words.title,
      body: html`<h1>${words.title}</h1>
        <p>${words.lead}</p>
        ${mail.length === 0 ? html`<p>${words.none}</p>` : null} ${mail.slice(0, SHOWN).map((one) => letter(one, language))}
        ${mail.length > SHOWN ? html`<p>${words.more(SHOWN)} <code>/api/v1/mailbox</code>.</p>` : null}`,
    };
  };
}

/** What stands in it is in the language of whom it is for. */
function letter({ id, recipient, subject, body, files, createdAt, ...mail }: ReadMail, language: Language): Html {
  const spoken = mail.language ?? 'en';
  return html`<article class="card">
    <h2 lang="${spoken}">${subject}</h2>
    <p class="quiet">
      ${wordsIn(language).mailbox.to(recipient)},
      <time datetime="${createdAt.toISOString()}">${formatIn(language).moment(createdAt)}</time>
    </p>
    <pre class="letter" lang="${spoken}">${body}</pre>
    ${
      files.length === 0
        ? null
        : html`<ul>
            ${files.map(({ name }) => html`<li><a href="/api/v1/mailbox/${id}/files/${name}">${name}</a></li>`)}
          </ul>`
    }
  </article>`;
}
