import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Role } from '../../src/platform/http/access.js';
import { startTestApp, type TestApp } from './app.js';
import { TestBrowser } from './browser.js';

export const PASSWORD = 'seven quiet otters';

/** A Cairn with its first administrator, Ada, who can sign in; and ways to bring in more people. */
export interface PeopleWorld extends TestApp {
  ada: TestBrowser;
  institutionId: string;
  /** A browser that nobody is signed in with, at an address of its own. */
  browser(): TestBrowser;
  /** Invites somebody with these roles, who accepts; answers their browser. */
  join(name: string, roles: Role[], inviter?: TestBrowser): Promise<TestBrowser>;
  /** What Cairn wrote to an address, the newest first. */
  letters(recipient: string): Promise<{ subject: string; body: string }[]>;
  /** The path of the link in the newest letter to an address. */
  link(recipient: string): Promise<string>;
  /** Rows of one statement, over all institutions. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export const ADA = 'ada@riverside.example';

export function addressOf(name: string): string {
  return `${name.toLowerCase()}@riverside.example`;
}

export async function startPeopleWorld(variables: Record<string, string> = {}): Promise<PeopleWorld> {
  const started = await startTestApp({ CAIRN_ROLES: 'api', TRUSTED_PROXIES: '1', ...variables });
  const { app } = started;
  const work = app.get(UnitOfWork);
  let addresses = 0;
  const browser = () =>
    new TestBrowser(app, { 'x-forwarded-for': `203.0.113.${(addresses += 1)}`, 'user-agent': 'Test browser' });
  const rows = <Row>(sql: string, parameters: unknown[] = []) =>
    work.run(system('tests look everywhere'), (tx) => tx.query<Row>(sql, parameters));
  const letters = (recipient: string) =>
    rows<{ subject: string; body: string }>('select subject, body from mail_message where recipient = $1 order by id desc', [
      recipient,
    ]);
  const link = async (recipient: string) => {
    const [letter] = await letters(recipient);
    const path = /http:\/\/localhost:3000(\/\S+)/.exec(letter?.body ?? '')?.[1];
    if (!path) throw new Error(`There is no link in a letter to ${recipient}`);
    return path;
  };

  const ada = browser();
  const first = await app.get(PrepareFirstAdministrator).run();
  await ada.submit('/sign-in/link', { token: tokenOf(first ?? '') });
  await ada.patch('/api/v1/me', { name: 'Ada' });
  await ada.put('/api/v1/me/email', { email: ADA });
  await ada.put('/api/v1/me/password', { newPassword: PASSWORD });
  const session = (await ada.get('/api/v1/session')).json<{ institution: { id: string } }>();

  const join = async (name: string, roles: Role[], inviter = ada) => {
    const invited = await inviter.post('/api/v1/invitations', { email: addressOf(name), name, roles });
    if (invited.status !== 201) throw new Error(`${name} could not be invited: ${invited.text}`);
    const theirs = browser();
    const accepted = await theirs.post('/api/v1/invitations/acceptance', {
      token: tokenOf(await link(addressOf(name))),
      password: PASSWORD,
    });
    if (accepted.status !== 201) throw new Error(`${name} could not accept: ${accepted.text}`);
    return theirs;
  };

  return { ...started, ada, institutionId: session.institution.id, browser, join, letters, link, rows };
}

/** The token at the end of a link's path. */
export function tokenOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Who a browser is signed in as. */
export async function personIdOf(browser: TestBrowser): Promise<string> {
  return (await browser.get('/api/v1/me')).json<{ id: string }>().id;
}
