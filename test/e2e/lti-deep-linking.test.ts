import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formsOf } from '../support/fake-lms/index.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

let world: LtiWorld;
beforeAll(async () => (world = await startLtiWorld()));
afterAll(() => world.close());

const teacherOf = () => {
  const course = world.lms.course({ title: 'Statistics' });
  return { course, person: world.lms.addPerson(course, { roles: ['Instructor'] }) };
};
const box = (kind: 'micro-credential' | 'project') => `target:${world.target(kind)['cairn_target']}`;

/** Opens the picker, chooses, and goes on to the platform. */
async function pick(options: Parameters<LtiWorld['lms']['launchOverHttp']>[0], choice: Record<string, string>) {
  const { browser, text, url } = await world.lms.launchOverHttp({ ...options, kind: 'deepLinking' });
  const form = formsOf(text).find(({ action }) => action.endsWith('/lti/links'));
  if (!form) throw new Error(`No picker at ${url}: ${text.slice(0, 500)}`);
  const answer = await browser.submit({ action: form.action, fields: { ticket: form.fields['ticket'] ?? '', ...choice } });
  const [back] = formsOf(answer.text);
  return { browser, form, answer, back };
}

describe('A request for links', () => {
  it('is answered with what was chosen, and the links work', async () => {
    const { course, person } = teacherOf();
    const { browser, answer, back } = await pick({ person, course }, { [box('micro-credential')]: 'on', [box('project')]: 'on' });
    expect(answer.headers.get('content-security-policy')).toContain(`form-action 'self' ${world.lms.origin}`);
    await browser.submit(back!);
    expect(world.lms.refusals).toEqual([]);
    const { items, links } = world.lms.deepLinked.at(-1)!;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      type: 'ltiResourceLink',
      icon: { url: `${world.origin}/assets/lti-logo.svg`, width: 64, height: 64 },
      lineItem: {
        scoreMaximum: 100,
        tag: 'micro-credential',
        submissionReview: { reviewableStatus: ['Submitted', 'Completed'], url: `${world.origin}/lti/launch` },
      },
    });
    const learner = world.lms.addPerson(course, { roles: ['Learner'] });
    const [whole, project] = await Promise.all(links.map((link) => world.lms.launchOverHttp({ person: learner, link })));
    expect(new URL(project!.url).pathname).toBe(`${new URL(whole!.url).pathname}/project`);
  });

  it('is answered with one where the platform takes one', async () => {
    const { course, person } = teacherOf();
    const { browser, back } = await pick(
      { person, course, deepLinking: { accept_multiple: false } },
      { target: world.target('project')['cairn_target']! },
    );
    await browser.submit(back!);
    expect(world.lms.refusals).toEqual([]);
    expect(world.lms.deepLinked.at(-1)!.items).toHaveLength(1);
  });

  it('is answered with nothing by who changed their mind', async () => {
    const { course, person } = teacherOf();
    const { browser, back } = await pick({ person, course }, { decision: 'none' });
    await browser.submit(back!);
    expect(world.lms.refusals).toEqual([]);
    expect(world.lms.deepLinked.at(-1)!.items).toEqual([]);
  });

  it('is answered once', async () => {
    const { course, person } = teacherOf();
    const { browser, form } = await pick({ person, course }, { [box('project')]: 'on' });
    const again = await browser.submit({
      action: form.action,
      fields: { ticket: form.fields['ticket']!, [box('project')]: 'on' },
    });
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('state_unknown')]);
  });

  it('is none of a learner’s business', async () => {
    const course = world.lms.course();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const refused = await world.lms.launchOverHttp({ person, course, kind: 'deepLinking' });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('not_staff')]);
  });

  it('shows what another institution published to nobody', async () => {
    const { course, person } = teacherOf();
    const { browser, back } = await pick({ person, course }, { 'target:project:01900000-0000-7000-8000-000000000001': 'on' });
    await browser.submit(back!);
    expect(world.lms.deepLinked.at(-1)!.items).toEqual([]);
  });

  it('finds by title', async () => {
    const { course, person } = teacherOf();
    const { browser, form } = await pick({ person, course }, { decision: 'none' });
    const fresh = await world.lms.launchOverHttp({ person, course, kind: 'deepLinking', browser });
    const nowhere = await browser.get(`${fresh.url}?q=Alchemy`);
    expect(nowhere.text).toContain('No published micro-credential has this in its title');
    expect(formsOf(nowhere.text).map(({ action }) => action)).toContain(form.action);
  });
});
