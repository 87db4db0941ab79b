import { canParseUrl } from '../../../platform/can-parse-url.js';
import type { SubmissionRules } from '../../catalog/domain/project.js';

export interface SubmissionContent {
  /** Markdown; `''` for none. */
  text: string;
  links: readonly string[];
  files: readonly SubmittedFile[];
}

export interface SubmittedFile {
  name: string;
  /** As recognised from the bytes, not as the browser claims. */
  mediaType: string;
  bytes: number;
}

export const LONGEST_SUBMISSION_TEXT = 100_000;
export const MOST_LINKS = 20;
export const LONGEST_LINK = 2_000;

export interface SubmissionProblem {
  code:
    | 'submission_empty'
    | 'text_not_accepted'
    | 'text_too_long'
    | 'links_not_accepted'
    | 'too_many_links'
    | 'link_malformed'
    | 'link_with_password'
    | 'link_repeated'
    | 'files_not_accepted'
    | 'too_many_files'
    | 'file_empty'
    | 'file_too_large'
    | 'file_type_not_accepted';
  /** `text`, `links`, `links/0`, `files`, `files/0`; `''` for the whole. */
  field: string;
  /** English, with what to do. */
  detail: string;
  /** What the detail names, for other languages. */
  params?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Everything that keeps this from being handed in, per field; an empty list means that it may be. */
export function submissionProblems(content: SubmissionContent, rules: SubmissionRules): SubmissionProblem[] {
  const { text, links, files } = content;
  if (text.trim() === '' && links.length === 0 && files.length === 0) {
    return [
      {
        code: 'submission_empty',
        field: '',
        detail: `Add ${accepted(rules)} before you submit.`,
        params: { accepted: kindsOf(rules) },
      },
    ];
  }
  return [...textProblems(text, rules), ...linkProblems(links, rules), ...fileProblems(files, rules)];
}

const KINDS = { text: 'text', links: 'a link', files: 'a file' } as const;
type Kind = keyof typeof KINDS;

function kindsOf(rules: SubmissionRules): Kind[] {
  return (['text', 'links', 'files'] as const).filter((kind) => rules[kind]);
}

function accepted(rules: SubmissionRules): string {
  return kindsOf(rules)
    .map((kind) => KINDS[kind])
    .join(' or ');
}

function notAccepted(kind: Kind, code: SubmissionProblem['code'], rules: SubmissionRules): SubmissionProblem {
  const detail = `This project takes no ${kind}: add ${accepted(rules)} instead.`;
  return { code, field: kind, detail, params: { accepted: kindsOf(rules) } };
}

function textProblems(text: string, rules: SubmissionRules): SubmissionProblem[] {
  if (text.trim() === '') return [];
  if (!rules.text) return [notAccepted('text', 'text_not_accepted', rules)];
  if (text.length <= LONGEST_SUBMISSION_TEXT) return [];
  const detail = `Shorten the text to ${LONGEST_SUBMISSION_TEXT} characters: it has ${text.length}.`;
  return [{ code: 'text_too_long', field: 'text', detail, params: { most: LONGEST_SUBMISSION_TEXT } }];
}

function linkProblems(links: readonly string[], rules: SubmissionRules): SubmissionProblem[] {
  if (links.length === 0) return [];
  if (!rules.links) return [notAccepted('links', 'links_not_accepted', rules)];
  const problems = links.flatMap((link, index) => linkProblem(link, index, links) ?? []);
  if (links.length > MOST_LINKS) {
    problems.unshift({
      code: 'too_many_links',
      field: 'links',
      detail: `Give at most ${MOST_LINKS} links: there are ${links.length}.`,
      params: { most: MOST_LINKS },
    });
  }
  return problems;
}

function linkProblem(link: string, index: number, links: readonly string[]): SubmissionProblem | null {
  const field = `links/${index}`;
  const url = link.length <= LONGEST_LINK && canParseUrl(link) ? new URL(link) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return { code: 'link_malformed', field, detail: 'Give a full web address, such as https://example.org/work.' };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      code: 'link_with_password',
      field,
      detail: 'Remove the user name and password from the address: others will read it.',
    };
  }
  return links.indexOf(link) < index
    ? { code: 'link_repeated', field, detail: 'Remove this link: it is in the list already.' }
    : null;
}

function fileProblems(files: readonly SubmittedFile[], rules: SubmissionRules): SubmissionProblem[] {
  if (files.length === 0) return [];
  if (!rules.files) return [notAccepted('files', 'files_not_accepted', rules)];
  const problems = files.flatMap((file, index) => fileProblem(file, `files/${index}`, rules) ?? []);
  if (files.length > rules.maxFiles) {
    const detail = `Hand in at most ${rules.maxFiles} files: there are ${files.length}.`;
    problems.unshift({ code: 'too_many_files', field: 'files', detail, params: { most: rules.maxFiles } });
  }
  return problems;
}

function fileProblem({ name, mediaType, bytes }: SubmittedFile, field: string, rules: SubmissionRules): SubmissionProblem | null {
  if (bytes === 0) return { code: 'file_empty', field, detail: `“${name}” is empty: choose it again.`, params: { name } };
  if (bytes > rules.maxBytesPerFile) {
    const detail = `“${name}” has ${bytes} bytes; at most ${rules.maxBytesPerFile} are taken.`;
    return { code: 'file_too_large', field, detail, params: { name, most: rules.maxBytesPerFile } };
  }
  if (isAccepted(mediaType, rules.mediaTypes)) return null;
  const detail = `“${name}” is of the type ${mediaType}; taken are ${rules.mediaTypes.join(', ')}.`;
  return { code: 'file_type_not_accepted', field, detail, params: { name, mediaType, mediaTypes: rules.mediaTypes } };
}

/** Media types ignore letter case, and parameters (`; charset=utf-8`) do not matter (RFC 2045 §5.1). */
function isAccepted(mediaType: string, acceptedTypes: readonly string[]): boolean {
  const type = mediaType.replace(/;.*$/s, '').trim().toLowerCase();
  return (
    acceptedTypes.length === 0 ||
    acceptedTypes
      .map((one) => one.toLowerCase())
      .some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))))
  );
}
