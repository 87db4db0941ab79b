import { describe, expect, it } from '@jest/globals';
import type { SubmissionRules } from '../../catalog/domain/project.js';
import {
  LONGEST_LINK,
  LONGEST_SUBMISSION_TEXT,
  MOST_LINKS,
  submissionProblems,
  type SubmissionContent,
} from './submission-check.js';

const rules: SubmissionRules = {
  text: true,
  links: true,
  files: true,
  mediaTypes: ['application/pdf', 'text/*'],
  maxFiles: 2,
  maxBytesPerFile: 1000,
};
const file = (more: object = {}) => ({ name: 'report.pdf', mediaType: 'application/pdf', bytes: 10, ...more });
const check = (content: Partial<SubmissionContent>, more: Partial<SubmissionRules> = {}) =>
  submissionProblems({ text: '', links: [], files: [], ...content }, { ...rules, ...more }).map(({ code, field }) => [
    code,
    field,
  ]);

describe('a submission', () => {
  it('may hold any one of what is accepted', () => {
    expect(check({ text: 'My findings' })).toEqual([]);
    expect(check({ links: ['https://git.example/ada/work/tree/3f2a'] })).toEqual([]);
    expect(check({ files: [file()] })).toEqual([]);
  });

  it('is not empty, and says what is missing', () => {
    expect(submissionProblems({ text: ' ', links: [], files: [] }, { ...rules, text: false })).toEqual([
      {
        code: 'submission_empty',
        field: '',
        detail: 'Add a link or a file before you submit.',
        params: { accepted: ['links', 'files'] },
      },
    ]);
  });

  it('holds nothing that the project does not take', () => {
    const content = { text: 'x', links: ['https://a.example'], files: [file()] };
    expect(check(content, { text: false, links: false })).toEqual([
      ['text_not_accepted', 'text'],
      ['links_not_accepted', 'links'],
    ]);
    expect(check(content, { files: false })).toEqual([['files_not_accepted', 'files']]);
  });

  it.each([
    ['example.org', 'link_malformed'],
    ['javascript:alert(1)', 'link_malformed'],
    [`https://a.example/${'x'.repeat(2000)}`, 'link_malformed'],
    ['https://ada:secret@git.example/work', 'link_with_password'],
    ['https://ada@git.example/work', 'link_with_password'],
  ])('refuses the link %p as %s', (link, code) => {
    expect(check({ links: [link] })).toEqual([[code, 'links/0']]);
  });

  it('may be as large as the limits say', () => {
    const longest = `https://a.example/${'x'.repeat(LONGEST_LINK - 18)}`;
    const links = Array.from({ length: MOST_LINKS - 1 }, (_, index) => `https://a.example/${index}`);
    expect(longest).toHaveLength(LONGEST_LINK);
    expect(
      check({ text: 'x'.repeat(LONGEST_SUBMISSION_TEXT), links: [longest, ...links], files: [file({ bytes: 1000 }), file()] }),
    ).toEqual([]);
  });

  it('names a link once and not too many', () => {
    expect(check({ links: ['https://a.example', 'https://a.example'] })).toEqual([['link_repeated', 'links/1']]);
    expect(check({ links: Array.from({ length: 21 }, (_, index) => `https://a.example/${index}`) })).toEqual([
      ['too_many_links', 'links'],
    ]);
  });

  it.each([
    [{ bytes: 0 }, 'file_empty'],
    [{ bytes: 1001 }, 'file_too_large'],
    [{ mediaType: 'image/png' }, 'file_type_not_accepted'],
    [{ mediaType: 'textual/plain' }, 'file_type_not_accepted'],
    [{ mediaType: 'application/pdfx' }, 'file_type_not_accepted'],
  ])('refuses a file with %p as %s', (more, code) => {
    expect(check({ files: [file(), file(more)] })).toEqual([[code, 'files/1']]);
  });

  it.each(['text/csv', 'TEXT/Plain; charset=utf-8', 'Application/PDF', 'text/plain;\ncharset=utf-8'])(
    'accepts a file of the type %p',
    (mediaType) => {
      expect(check({ files: [file({ mediaType })] })).toEqual([]);
    },
  );

  it('takes any type where none is named, and counts files', () => {
    expect(check({ files: [file({ mediaType: 'image/png' })] }, { mediaTypes: [] })).toEqual([]);
    expect(check({ files: [file(), file(), file({ bytes: 0 })] })).toEqual([
      ['too_many_files', 'files'],
      ['file_empty', 'files/2'],
    ]);
  });

  it('reports every field at once', () => {
    const content = { text: 'x'.repeat(LONGEST_SUBMISSION_TEXT + 1), links: ['nowhere'], files: [file({ bytes: 5000 })] };
    expect(check(content).map(([code]) => code)).toEqual(['text_too_long', 'link_malformed', 'file_too_large']);
  });
});
