import type { Messages } from '../i18n';
import type { FieldProblem } from './problem';

type Words = Messages['common']['errors']['fields'];

/**
 * What is wrong with a field, in the reader's language. Where the server has words of its own they stand; where it repeats its
 * validator, these name the field as the program does (`body must be longer than …`) and are told by their code instead.
 */
export function fieldWords({ field, code, detail }: FieldProblem, words: Words): string {
  const name = /[^.[\]]*\]?$/.exec(field)?.[0] ?? field;
  if (!detail.startsWith(`${name} `) && !detail.startsWith('each value in ')) return detail;
  const bound = Number(/\d+/.exec(detail.slice(name.length))?.[0]);
  if (code === 'minLength' && bound === 1) return words.empty;
  if (code === 'minLength') return words.tooShort(bound);
  if (code === 'maxLength') return words.tooLong(bound);
  if (code === 'min') return words.least(bound);
  if (code === 'max') return words.most(bound);
  if (code === 'isEmail') return words.email;
  if (code === 'isUrl') return words.address;
  if (code === 'isDateString' || code === 'isReadableDate') return words.moment;
  return words.other;
}
