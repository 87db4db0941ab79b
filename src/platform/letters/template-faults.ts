import { canParseUrl } from '../can-parse-url.js';
import { type LetterTemplate, type Placeholder, type TemplateName, termsOf } from './catalogue.js';
import { linksIn, namesIn, readLetter, readSubject } from './letter-markdown.js';

export interface TemplateFault {
  field: keyof LetterTemplate;
  code: 'empty' | 'unknown_placeholder' | 'missing_placeholder' | 'unfit_link';
  /** What it is about: placeholders or addresses. */
  names: string[];
  /** In English; what to do. */
  detail: string;
}

const written = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ');

/** Why a template cannot be used, at its fields; nothing where it can. */
export function templateFaults(name: TemplateName, { subject, body }: LetterTemplate): TemplateFault[] {
  const { holds, needs, isPart } = termsOf(name);
  const inSubject = namesIn([readSubject(subject)]);
  const lines = readLetter(body).flatMap((block) => block.lines);
  const inBody = namesIn(lines);
  const faults: TemplateFault[] = [];
  if (!isPart && subject.trim() === '') faults.push({ field: 'subject', code: 'empty', names: [], detail: 'Write a subject.' });
  if (!isPart && lines.length === 0) faults.push({ field: 'body', code: 'empty', names: [], detail: 'Write a text.' });
  const allowed = `This letter knows ${written(holds)}.`;
  const unknown = (field: TemplateFault['field'], names: readonly string[], known: readonly Placeholder[], told: string) => {
    const strange = [...new Set(names)].filter((one) => !known.some((placeholder) => placeholder === one));
    if (strange.length > 0)
      faults.push({
        field,
        code: 'unknown_placeholder',
        names: strange,
        detail: `${written(strange)} stands for nothing here. ${told}`,
      });
  };
  const bySubject = holds.filter((one) => one !== 'link' && one !== 'answer' && one !== 'code');
  // Subjects are shown on locked screens, and nobody can follow a link there.
  unknown('subject', inSubject, bySubject, `A subject may hold ${written(bySubject)}.`);
  unknown('body', inBody, holds, allowed);
  const missing = needs.filter((one) => !inBody.includes(one));
  if (missing.length > 0)
    faults.push({
      field: 'body',
      code: 'missing_placeholder',
      names: missing,
      detail: `The letter is of no use without ${written(missing)}.`,
    });
  const unfit = linksIn(lines).flatMap((to) =>
    'value' in to ? (to.value === 'link' ? [] : [`{{${to.value}}}`]) : isFit(to.address) ? [] : [to.address],
  );
  if (unfit.length > 0)
    faults.push({
      field: 'body',
      code: 'unfit_link',
      names: unfit,
      detail: `${unfit.join(', ')} cannot be linked to. Use an address that begins with https:// or mailto:, or {{link}}.`,
    });
  return faults;
}

function isFit(address: string): boolean {
  return (
    /^mailto:[^\s?]+$/u.test(address) ||
    (address.startsWith('https://') && canParseUrl(address) && new URL(address).username === '')
  );
}
