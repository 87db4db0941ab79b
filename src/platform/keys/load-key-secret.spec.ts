import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import { KeySecretError, loadKeySecret } from './load-key-secret.js';

const run = promisify(execFile);

describe('loadKeySecret', () => {
  let folder: string;
  const file = () => join(folder, 'key-secret');
  const load = (secret?: string) => loadKeySecret({ CAIRN_DATA_DIR: folder, ...(secret ? { CAIRN_KEY_SECRET: secret } : {}) });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-keys-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes a file that only its owner can use, and gives the same 32 bytes ever after', () => {
    const key = load();
    expect(key).toHaveLength(32);
    expect(load().equals(key)).toBe(true);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['key-secret']);
  });

  it('makes the data directory when there is none yet', () => {
    folder = join(folder, 'new', 'data');
    expect(load()).toHaveLength(32);
    folder = join(folder, '..', '..');
  });

  it('gives the same key when the file becomes a variable', () => {
    const key = load();
    expect(load(readFileSync(file(), 'utf8')).equals(key)).toBe(true);
  });

  it('prefers the variable, and makes no file then', () => {
    const riverside = load('the secret of Riverside University, long enough');
    expect(riverside.equals(load('the secret of Lakeside University, long enough'))).toBe(false);
    expect(riverside.toString('hex')).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('derives what it has always derived', () => {
    expect(load('a secret that must open the keys of ten years ago').toString('hex')).toBe(
      'c37f8776c669a4c44658d036009f5139feecce8e073e56f77300cdd8c0d65191',
    );
  });

  it.each(['644', '640', '602', '610'])('refuses a file of mode %s, and says what to run', (mode) => {
    load();
    chmodSync(file(), Number.parseInt(mode, 8));
    expect(() => load()).toThrow(new RegExp(`chmod 600 .*key-secret`));
    expect(() => load()).toThrow(KeySecretError);
  });

  it.each([
    ['empty', ''],
    ['cut off', 'abc'],
    ['something else', 'x'.repeat(44)],
  ])('refuses a file that is %s, and leaves it alone', (_, content) => {
    writeFileSync(file(), content, { mode: 0o600 });
    expect(() => load()).toThrow('is damaged');
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });

  it('lets processes that start at once agree on one key', async () => {
    const compiled = join(folder, 'compiled.mjs');
    const source = fileURLToPath(new URL('load-key-secret.ts', import.meta.url));
    const { code } = transformFileSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } });
    writeFileSync(
      compiled,
      `${code}\nprocess.stdout.write(loadKeySecret({ CAIRN_DATA_DIR: process.argv[2] }).toString('hex'));\n`,
    );
    const data = join(folder, 'data');
    const keys = await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, [compiled, data], { env: {} })));
    expect(new Set(keys.map(({ stdout }) => stdout))).toEqual(new Set([loadKeySecret({ CAIRN_DATA_DIR: data }).toString('hex')]));
    expect(readdirSync(data)).toEqual(['key-secret']);
  });
});
