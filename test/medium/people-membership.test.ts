import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateInstitution, InstitutionsRepository } from '../../src/modules/institutions/index.js';
import { MembersRepository } from '../../src/modules/people/data/members.repository.js';
import { PeopleRepository } from '../../src/modules/people/data/people.repository.js';
import { SignInLinksRepository } from '../../src/modules/people/data/sign-in-links.repository.js';
import { EnsureLearners } from '../../src/modules/people/use-cases/ensure-learners.js';
import { EnsureMember } from '../../src/modules/people/use-cases/ensure-member.js';
import { GrantRoles } from '../../src/modules/people/use-cases/grant-roles.js';
import { IssueLink } from '../../src/modules/people/use-cases/issue-link.js';
import { newPerson } from '../../src/modules/people/use-cases/new-person.js';
import { PeopleDirectory } from '../../src/modules/people/use-cases/people-directory.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/use-cases/prepare-first-administrator.js';
import { RevokeRole } from '../../src/modules/people/use-cases/revoke-role.js';
import { SendLetter } from '../../src/modules/people/use-cases/send-letter.js';
import { SuspendMember } from '../../src/modules/people/use-cases/suspend-member.js';
import { systemClock } from '../../src/platform/clock.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { system } from '../../src/platform/database/scope.js';
import type { Actor, Role } from '../../src/platform/http/access.js';
import { openTestDatabase } from '../support/database.js';

type OpenDatabase = Awaited<ReturnType<typeof openTestDatabase>>;
const EVERYWHERE = system('tests look everywhere');

const people = new PeopleRepository();
const members = new MembersRepository();
const institutions = new InstitutionsRepository();
const createInstitution = new CreateInstitution(institutions, systemClock);
const grantRoles = new GrantRoles(members, systemClock);
const issueLink = new IssueLink(new SignInLinksRepository(), systemClock);
const sendLetter = new SendLetter(readEnvironment({}), systemClock);
const ensureMember = new EnsureMember(people, members, institutions, grantRoles, issueLink, sendLetter, systemClock);
const ensureLearners = new EnsureLearners(people, members, institutions, systemClock);
const directory = new PeopleDirectory(people, members, ensureMember, ensureLearners);

describe('Membership on a real database', () => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(() => open.close());

  const institution = async (slug: string) =>
    open.work.run(EVERYWHERE, (tx) =>
      createInstitution.in(tx, { slug, name: `${slug} university`, language: 'en', timeZone: 'UTC' }, null),
    );

  const member = async (institutionId: string, name: string, roles: Role[]): Promise<Actor> => {
    const person = newPerson({ name, email: `${name.toLowerCase()}@${institutionId}.example` }, new Date());
    await open.work.run(EVERYWHERE, async (tx) => {
      await people.add(tx, person);
      await grantRoles.in(tx, institutionId, person.id, roles, null);
    });
    return { personId: person.id, institutionId, roles: new Set(roles) };
  };

  it('never loses its last administrator, however many leave at once', async () => {
    const revoke = new RevokeRole(open.work, members, systemClock);
    const suspend = new SuspendMember(open.work, members, systemClock);
    for (let round = 0; round < 5; round++) {
      const { id } = await institution(`leaving-${round}`);
      const admins = await Promise.all(['Ada', 'Bo', 'Cleo', 'Dora'].map((name) => member(id, name, ['admin'])));
      const outcomes = await Promise.allSettled(
        admins.map((admin, index) => {
          const other = admins[(index + 1) % admins.length] ?? admin;
          return index % 2 ? revoke.run(admin, other.personId, 'admin') : suspend.run(admin, other.personId);
        }),
      );
      const refusals = outcomes.filter(({ status }) => status === 'rejected');
      expect(refusals).toHaveLength(1);
      expect((refusals[0] as PromiseRejectedResult).reason).toMatchObject({ type: { code: 'member.last_administrator' } });
      expect(await open.work.run({ institutionId: id }, (tx) => members.lockAdministrators(tx, id))).toHaveLength(1);
    }
  });

  it('shows an institution its own people only, whatever a query asks for', async () => {
    const [riverside, hillside] = [await institution('riverside'), await institution('hillside')];
    const lea = await member(riverside.id, 'Lea', ['learner']);
    const hannah = await member(hillside.id, 'Hannah', ['admin']);
    await open.work.run({ institutionId: hillside.id }, async (tx) => {
      expect(await tx.query('select name from person')).toEqual([{ name: 'Hannah' }]);
      expect(await tx.query('select institution_id from membership where institution_id <> $1', [hillside.id])).toEqual([]);
      expect(await tx.query(`update person set name = 'Mallory' where id = $1 returning id`, [lea.personId])).toEqual([]);
      expect(await directory.find(tx, lea.personId)).toBeNull();
      expect(await directory.membershipOf(tx, lea.personId)).toBeNull();
      expect(await directory.hasRole(tx, lea.personId, 'learner')).toBe(false);
      expect(await directory.findMany(tx, [lea.personId, hannah.personId])).toEqual([
        { id: hannah.personId, name: 'Hannah', email: `hannah@${hillside.id}.example`, locale: 'en', timeZone: 'UTC' },
      ]);
    });
    await expect(
      open.work.run({ institutionId: hillside.id }, (tx) =>
        tx.query(`insert into membership (id, institution_id, person_id, created_at) values (gen_random_uuid(), $1, $2, now())`, [
          riverside.id,
          hannah.personId,
        ]),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('forgets a suspended member’s roles for whoever asks', async () => {
    const { id } = await institution('suspending');
    const ada = await member(id, 'Ada', ['admin']);
    const olu = await member(id, 'Olu', ['assessor']);
    await new SuspendMember(open.work, members, systemClock).run(ada, olu.personId);
    await open.work.run({ institutionId: id }, async (tx) => {
      expect(await directory.hasRole(tx, olu.personId, 'assessor')).toBe(false);
      expect(await directory.membershipOf(tx, olu.personId)).toMatchObject({
        roles: new Set(['assessor']),
        suspendedAt: expect.any(Date),
      });
    });
  });

  it('makes learners of a whole list without a word, and changes nothing the second time', async () => {
    const [{ id }, other] = [await institution('in-bulk'), await institution('elsewhere')];
    const known = await member(other.id, 'Nils', ['instructor']);
    const suspended = await member(id, 'Sara', ['assessor']);
    await new SuspendMember(open.work, members, systemClock).run(await member(id, 'Ada', ['admin']), suspended.personId);
    const wish = (email: string, name: string) => ({ email, name, addedBy: known.personId });
    const list = [
      wish('Bulk@Example.org', 'Bea Bulk'),
      wish(`nils@${other.id}.example`, 'Somebody Else'),
      wish(`sara@${id}.example`, 'Sara'),
      wish('no address', 'Nobody'),
      wish('nameless@example.org', ' '),
      wish('bulk@example.org', 'Bea Bulk'),
    ];
    const ensure = () => open.work.run({ institutionId: id }, (tx) => directory.ensureLearners(tx, list));
    const first = await ensure();
    expect(first).toMatchObject([
      { ensured: true, person: { name: 'Bea Bulk', email: 'bulk@example.org' } },
      { ensured: true, person: { id: known.personId, name: 'Nils' } },
      { ensured: false, reason: 'member_suspended' },
      { ensured: false, reason: 'email_unusable' },
      { ensured: false, reason: 'name_unusable' },
      { ensured: true, person: { email: 'bulk@example.org' } },
    ]);
    const trace = () =>
      open.work.run(EVERYWHERE, (tx) =>
        tx.query('select type, actor_id, subject_id, particulars from event where institution_id = $1 order by id', [id]),
      );
    const before = await trace();
    expect(before).toHaveLength(10);
    expect(await ensure()).toEqual(first);
    expect(await trace()).toEqual(before);
    const mails = `select id from mail_message where institution_id = $1`;
    expect(await open.work.run(EVERYWHERE, (tx) => tx.query(mails, [id]))).toEqual([]);
  });

  it('finds memberships only where it knows of which institution', async () => {
    await expect(open.work.run(EVERYWHERE, (tx) => directory.hasRole(tx, 'anybody', 'learner'))).rejects.toThrow(
      'scope of an institution',
    );
  });
});

describe('Adding people from a list', () => {
  let open: OpenDatabase;
  let riverside: string;
  let hillside: string;
  beforeAll(async () => {
    open = await openTestDatabase();
    const make = (slug: string) =>
      open.work.run(EVERYWHERE, (tx) => createInstitution.in(tx, { slug, name: slug, language: 'en', timeZone: 'UTC' }, null));
    [riverside, hillside] = [(await make('riverside')).id, (await make('hillside')).id];
  });
  afterAll(() => open.close());

  const add = (institutionId: string, email: string, name: string, roles: Exclude<Role, 'admin'>[] = ['learner']) =>
    open.work.run({ institutionId }, (tx) => directory.ensureMember(tx, { email, name, roles, addedBy: null }));
  const letters = (recipient: string) =>
    open.work.run(EVERYWHERE, (tx) =>
      tx.query<{ subject: string; body: string }>('select subject, body from mail_message where recipient = $1 order by id', [
        recipient,
      ]),
    );

  it('makes somebody new a member and writes them a link', async () => {
    const added = await add(riverside, ' Lea@Example.org', 'Lea  Hoffmann');
    expect(added).toMatchObject({ ensured: true, person: { name: 'Lea Hoffmann', email: 'lea@example.org' } });
    const [letter] = await letters('lea@example.org');
    expect(letter?.subject).toBe('Your account at riverside');
    expect(letter?.body).toMatch(/\/sign-in\/link\/[\w-]{43}\n/);
  });

  it('changes and sends nothing more the second time, and only adds what is missing', async () => {
    const again = await add(riverside, 'lea@example.org', 'Somebody Else', ['learner', 'assessor']);
    expect(again).toMatchObject({ ensured: true, person: { name: 'Lea Hoffmann' } });
    expect(await letters('lea@example.org')).toHaveLength(1);
    const events = await open.work.run({ institutionId: riverside }, (tx) =>
      tx.query(
        `select type, particulars ->> 'role' as role from event where subject_type = 'person' order by occurred_at, type, role`,
      ),
    );
    expect(events).toEqual([
      { type: 'member.joined', role: null },
      { type: 'role.granted', role: 'learner' },
      { type: 'role.granted', role: 'assessor' },
    ]);
  });

  it('finds somebody whom another institution knows, without a second account', async () => {
    const elsewhere = await add(hillside, 'LEA@example.org', 'L. Hoffmann');
    expect(elsewhere).toMatchObject({ ensured: true, person: { name: 'Lea Hoffmann' } });
    expect((await letters('lea@example.org')).map(({ subject }) => subject)).toEqual([
      'Your account at riverside',
      'You are now a member of hillside',
    ]);
    expect(await open.work.run(EVERYWHERE, (tx) => tx.query('select name from person'))).toHaveLength(1);
  });

  it('sees nothing of other institutions afterwards in the same transaction', async () => {
    await open.work.run({ institutionId: hillside }, async (tx) => {
      await directory.ensureMember(tx, { email: 'new@example.org', name: 'New', roles: ['learner'], addedBy: null });
      expect(await tx.query('select 1 from membership where institution_id <> $1', [hillside])).toEqual([]);
      expect(await tx.query(`select current_setting('app.scope') as scope`)).toEqual([{ scope: 'institution' }]);
    });
  });

  it('makes one person of an address that two lists bring at once', async () => {
    const outcomes = await Promise.all(
      [riverside, hillside, riverside, hillside].map((id) => add(id, 'jonas@example.org', 'Jonas')),
    );
    expect(new Set(outcomes.map((outcome) => outcome.ensured && outcome.person.id)).size).toBe(1);
    expect((await letters('jonas@example.org')).map(({ subject }) => subject).sort()).toHaveLength(2);
  });

  it('says why a row cannot be used, and leaves suspended members alone', async () => {
    expect(await add(riverside, 'nonsense', 'Noor')).toEqual({ ensured: false, reason: 'email_unusable' });
    expect(await add(riverside, 'noor@example.org', ' ')).toEqual({ ensured: false, reason: 'name_unusable' });
    await open.work.run(EVERYWHERE, (tx) =>
      tx.query('update membership set suspended_at = now() where institution_id = $1', [riverside]),
    );
    expect(await add(riverside, 'lea@example.org', 'Lea', ['learner', 'instructor'])).toEqual({
      ensured: false,
      reason: 'member_suspended',
    });
    await open.work.run({ institutionId: riverside }, async (tx) => {
      expect(await tx.query(`select 1 from membership_role where role = 'instructor'`)).toEqual([]);
    });
  });

  it('needs to know for which institution', async () => {
    const wish = { email: 'noor@example.org', name: 'Noor', roles: ['learner' as const], addedBy: null };
    await expect(open.work.run(EVERYWHERE, (tx) => directory.ensureMember(tx, wish))).rejects.toThrow('scope of an institution');
  });
});

describe('Preparing the first administrator', () => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(() => open.close());

  const prepare = () =>
    new PrepareFirstAdministrator(open.work, institutions, people, createInstitution, grantRoles, issueLink, systemClock).run();
  const counts = () =>
    open.work.run(EVERYWHERE, (tx) =>
      tx.query(`select (select count(*)::int from institution) as institutions, (select count(*)::int from person where operator) as operators,
                       (select count(*)::int from sign_in_link) as links`),
    );

  it('makes one institution and one administrator, though two processes start at once', async () => {
    const paths = await Promise.all([prepare(), prepare(), prepare()]);
    for (const path of paths) expect(path).toMatch(/^\/sign-in\/link\/[\w-]{43}$/);
    expect(await counts()).toEqual([{ institutions: 1, operators: 1, links: 1 }]);
  });

  it('leaves an installation alone whose operator is suspended, or which has none', async () => {
    await open.work.run(EVERYWHERE, (tx) => tx.query('update person set suspended_at = now()'));
    expect(await prepare()).toBeNull();
    await open.work.run(EVERYWHERE, (tx) => tx.query('update person set suspended_at = null, operator = false'));
    expect(await prepare()).toBeNull();
    expect(await counts()).toEqual([{ institutions: 1, operators: 0, links: 1 }]);
  });
});
