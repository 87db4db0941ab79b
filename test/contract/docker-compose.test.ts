import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readEnvironment } from '../../src/platform/config/environment.js';

interface Service {
  image: string;
  build?: string;
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
}

const PASSWORDS = {
  CAIRN_APP_PASSWORD: 'app-password',
  CAIRN_OWNER_PASSWORD: 'owner-password',
  MINIO_PASSWORD: 'minio-password',
  POSTGRES_PASSWORD: 'postgres-password',
  CAIRN_KEY_SECRET: 'a key secret that is more than long enough',
};

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
// A job that ends is healthy when it ended well.
const JOBS = new Set(['migrate', 'minio-bucket']);

/** `${NAME:-default}` and `${NAME:?complaint}`, as Compose reads them. */
function filledIn(value: string): string {
  return value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback: string | undefined) => {
    const known = (PASSWORDS as Record<string, string>)[name] ?? fallback;
    if (known === undefined) throw new Error(`${name} has no value and no default`);
    return known;
  });
}

describe('docker-compose.yml', () => {
  it('runs two of each role beside PostgreSQL, Redis, MinIO and Mailpit', () => {
    const names = Object.keys(services);
    expect(names).toEqual(
      expect.arrayContaining(['api-1', 'api-2', 'worker-1', 'worker-2', 'postgres', 'redis', 'minio', 'mailpit']),
    );
    expect(services['api-1']?.environment?.['CAIRN_ROLES']).toBe('api');
    expect(services['worker-1']?.environment?.['CAIRN_ROLES']).toBe('worker,scheduler');
  });

  it.each(Object.entries(services))('pins the version of %s', (_, { image, build }) => {
    expect(image).toMatch(build ? /^cairn:/ : /:[\w.-]*\d[\w.-]*$/);
  });

  it.each(Object.entries(services).filter(([name]) => !JOBS.has(name)))('tells when %s is healthy', (_, { healthcheck }) => {
    expect(healthcheck?.test?.length).toBeGreaterThan(0);
  });

  it('waits only for services that there are', () => {
    for (const { depends_on } of Object.values(services)) {
      for (const needed of Object.keys(depends_on ?? {})) expect(services).toHaveProperty([needed]);
    }
  });

  it.each(Object.entries(services).filter(([, { build }]) => build))(
    'gives %s settings that Cairn accepts',
    (_, { environment }) => {
      const given = Object.fromEntries(Object.entries(environment ?? {}).map(([name, value]) => [name, filledIn(value)]));
      const read = readEnvironment(given);
      for (const name of Object.keys(given)) expect(read).toHaveProperty(name);
    },
  );

  it('connects the application as another role than the migrations', () => {
    expect(services['api-1']?.environment).not.toHaveProperty('DATABASE_OWNER_URL');
    expect(services['migrate']?.environment?.['DATABASE_OWNER_URL']).toContain('cairn_owner');
    expect(services['migrate']?.environment?.['DATABASE_URL']).toContain('cairn_app');
  });
});
