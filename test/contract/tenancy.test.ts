import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiWorld, openApiWorld } from '../support/api-world.js';
import { withClient } from '../support/database.js';

interface Table {
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
  owner: string;
  tenant: boolean;
  appendOnly: boolean;
  rights: string[];
}

/** Tables that belong to no institution: they hold nothing of one, or are reached by a secret alone. */
const SHARED = [
  'duty_run',
  'idempotent_request',
  'lti_key',
  'migration',
  'oauth_client',
  'rate_limit',
  'session',
  'sign_in_link',
];

/** What a walk leaves behind, at least. */
const FILLED = [
  'institution',
  'person',
  'event',
  'stored_file',
  'edition',
  'enrollment',
  'progress_fact',
  'attempt',
  'assessment',
  'credential',
];

const CATALOGUE = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
         pg_get_userbyid(c.relowner) as owner,
         c.relname in ('person', 'institution')
           or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id') as tenant,
         exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as "appendOnly",
         array(select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege
                where has_table_privilege($1, c.oid, privilege)) as rights
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   order by c.relname`;

/** What the database itself holds of tenancy, whatever the code above it forgets (ASVS 5.0 V8.2.2, V16.4.2). */
describe('the database after a whole walk', () => {
  let world: ApiWorld;
  let tables: Table[];
  let application: string;

  beforeAll(async () => {
    world = await openApiWorld();
    application = decodeURIComponent(new URL(world.database.applicationUrl).username);
    tables = await world.rows<Table>(CATALOGUE, [application]);
  }, 180_000);
  afterAll(() => world.close());

  const asApplication = <Row>(sql: string, settings: Record<string, string> = {}) =>
    withClient(world.database.applicationUrl, async (client) => {
      await client.query('begin');
      for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value]);
      return (await client.query(sql)).rows as Row[];
    });

  it('forces row-level security with a policy on every table of an institution', () => {
    const unbound = tables.filter(({ tenant, enabled, forced, policies }) => tenant && !(enabled && forced && policies > 0));
    expect(unbound.map(({ name }) => name)).toEqual([]);
  });

  it('knows by name the tables that belong to no institution', () => {
    expect(tables.filter(({ tenant }) => !tenant).map(({ name }) => name)).toEqual(SHARED);
  });

  it('lets the application own nothing', async () => {
    const owned = await world.rows(
      `select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname = $1 and c.relnamespace = 'public'::regnamespace`,
      [application],
    );
    expect(owned).toEqual([]);
  });

  it('lets the application be neither superuser nor beyond row-level security, nor a member of who is', async () => {
    const roles = await world.rows<{ rolname: string }>(
      `select rolname from pg_roles
        where pg_has_role($1, oid, 'member') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
          or rolname = (select pg_get_userbyid(relowner) from pg_class where oid = 'event'::regclass))`,
      [application],
    );
    expect(roles).toEqual([]);
  });

  it('lets the application only add to history and read it', () => {
    const history = tables.filter(({ appendOnly }) => appendOnly);
    expect(history.length).toBeGreaterThan(5);
    expect(history.filter(({ rights }) => rights.join() !== 'SELECT,INSERT').map(({ name }) => name)).toEqual([]);
  });

  it('lets the application truncate no table and hang nothing on one', () => {
    const strong = tables.filter(({ rights }) => rights.some((right) => ['TRUNCATE', 'REFERENCES', 'TRIGGER'].includes(right)));
    expect(strong.map(({ name }) => name)).toEqual([]);
  });

  it('refuses to rewrite history even for its owner', async () => {
    const history = tables.filter(({ appendOnly }) => appendOnly).map(({ name }) => name);
    for (const name of history) {
      for (const statement of [
        `update ${name} set institution_id = institution_id`,
        `delete from ${name}`,
        `truncate ${name} cascade`,
      ]) {
        const changed = withClient(world.database.ownerUrl, (client) => client.query(statement));
        await expect(changed).rejects.toThrow(/is append-only/);
      }
    }
  });

  it('was filled by the walk, so that what follows says something', async () => {
    const empty: string[] = [];
    for (const name of FILLED) {
      const [row] = await world.rows<{ filled: boolean }>(`select exists (select from ${name}) as filled`);
      if (!row?.filled) empty.push(name);
    }
    expect(empty).toEqual([]);
  });

  it('shows no row of any institution to a query without a scope', async () => {
    const shown: string[] = [];
    for (const { name } of tables.filter(({ tenant }) => tenant)) {
      const rows = await asApplication(`select from ${name} limit 1`);
      if (rows.length > 0) shown.push(name);
    }
    expect(shown).toEqual([]);
  });

  it('shows Riverside’s rows to nobody who acts for Lakeside, whatever they ask', async () => {
    const shown: string[] = [];
    for (const { name } of tables.filter(({ tenant }) => tenant)) {
      const own = { institution: `id <> '${world.lakeside}'`, person: `email like '%@riverside.example' and operator = false` }[
        name
      ];
      const foreign = own ?? `institution_id <> '${world.lakeside}'`;
      const rows = await asApplication(`select from ${name} where ${foreign} limit 1`, { 'app.institution_id': world.lakeside });
      if (rows.length > 0) shown.push(name);
    }
    expect(shown).toEqual([]);
  });

  it('takes no row for another institution', async () => {
    const planted = asApplication(
      `
       insert into course (id, institution_id, title, summary, language, version, created_by, created_at, updated_at)
       values (gen_random_uuid(), '${world.riverside}', 'Planted', '', 'en', 1, gen_random_uuid(), now(), now())`,
      { 'app.institution_id': world.lakeside },
    );
    await expect(planted).rejects.toThrow(/row-level security/);
  });

  it('forgets a scope with its transaction, so that a pooled connection carries none on', async () => {
    await withClient(world.database.applicationUrl, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.institution_id', $1, true)`, [world.riverside]);
      expect((await client.query('select from course limit 1')).rows).toHaveLength(1);
      await client.query('commit');
      expect((await client.query('select from course limit 1')).rows).toHaveLength(0);
    });
  });
});
