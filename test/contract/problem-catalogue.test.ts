import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { problemCatalogue } from '../../src/platform/http/problem.js';
import { projectFile } from '../../src/platform/project-file.js';
import '../../src/roles/api.js';
import '../../src/roles/worker.js';
import '../../src/roles/scheduler.js';

const catalogue = problemCatalogue();

/** Codes as the source defines them, loaded or not. */
function definedCodes(): string[] {
  const root = projectFile('src/');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .flatMap((path) => [...readFileSync(new URL(path, root), 'utf8').matchAll(/\bdefine(?:Protocol)?Problem\(\s*'([^']+)'/g)])
    .map(([, code]) => code ?? '');
}

describe('the problems that Cairn answers with', () => {
  it.each(catalogue)(
    'has a code of an area and what is wrong, a status of a refusal and a title: $code',
    ({ code, status, title }) => {
      expect(code).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    },
  );

  it('are each defined once in the source, and all of them are loaded', () => {
    expect(definedCodes().toSorted()).toEqual(catalogue.map(({ code }) => code).toSorted());
  });

  it('are all in docs/problems.md, as they are', () => {
    const documented = [...readFileSync(projectFile('docs/problems.md'), 'utf8').matchAll(/^- `([^`]+)` \((\d{3})\): (.+)\.$/gm)];
    expect(documented.map(([, code, status, title]) => ({ code, status: Number(status), title }))).toEqual(
      catalogue.map(({ code, status, title: called }) => ({ code, status, title: called })),
    );
  });
});
