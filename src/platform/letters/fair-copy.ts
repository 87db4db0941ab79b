import { type LetterTemplate, type TemplateName, termsOf } from './catalogue.js';

/** A template as it is kept: on one line, the subject; none, of a part of letters. */
export function fairCopy(name: TemplateName, { subject, body }: LetterTemplate): LetterTemplate {
  return {
    subject: termsOf(name).isPart ? '' : subject.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
    body: body.replaceAll('\r\n', '\n').trim(),
  };
}
