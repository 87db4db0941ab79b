import type { Option, Question } from '../../../catalog/index.js';
import type { StableIds } from '../stable-ids.js';
import type { Fields } from '../yaml/fields.js';

const TYPES = ['single', 'multiple', 'true-false', 'short-text', 'numeric', 'ordering', 'matching'] as const;
const CREDITS = ['all-or-nothing', 'partial'] as const;

/** Reads one question. Its id, and those of its parts, come from their words unless the author gives an `id`. */
export function readQuestion(fields: Fields, ids: StableIds): Question {
  const type = fields.choice('type', TYPES);
  const prompt = fields.draftText('prompt');
  const id = fields.text('id', '') || ids.make('q', prompt);
  const base = { id, prompt, points: fields.number('points', 1), explanation: fields.text('explanation', '') };
  const question = withAnswer(type, base, fields, (text) => ids.make(`${id}-p`, text));
  fields.close();
  return question;
}

type Base = Pick<Question, 'id' | 'prompt' | 'points' | 'explanation'>;
type MakeId = (text: string) => string;

function withAnswer(type: Question['type'], base: Base, fields: Fields, makeId: MakeId): Question {
  switch (type) {
    case 'single':
      return { ...base, type, shuffleOptions: fields.flag('shuffleOptions', true), options: readOptions(fields, makeId) };
    case 'multiple':
      return {
        ...base,
        type,
        shuffleOptions: fields.flag('shuffleOptions', true),
        options: readOptions(fields, makeId),
        credit: readCredit(fields),
      };
    case 'true-false':
      return {
        ...base,
        type,
        answer: fields.flag('answer'),
        feedbackTrue: fields.text('feedbackTrue', ''),
        feedbackFalse: fields.text('feedbackFalse', ''),
      };
    case 'short-text':
      return { ...base, type, accepted: fields.texts('accepted'), caseSensitive: fields.flag('caseSensitive', false) };
    case 'numeric':
      return {
        ...base,
        type,
        answer: fields.number('answer', undefined, { min: -Infinity }),
        tolerance: fields.number('tolerance', 0),
        unit: fields.text('unit', ''),
      };
    case 'ordering':
      return {
        ...base,
        type,
        items: readParts(fields, 'items', makeId),
        credit: readCredit(fields),
      };
    case 'matching':
      return {
        ...base,
        type,
        pairs: readPairs(fields, makeId),
        distractors: readParts(fields, 'distractors', makeId),
        credit: readCredit(fields),
      };
  }
}

function readCredit(fields: Fields): (typeof CREDITS)[number] {
  return fields.choice('credit', CREDITS, 'all-or-nothing');
}

function readOptions(fields: Fields, makeId: MakeId): Option[] {
  return fields.groups('options').map((option) => {
    const text = option.draftText('text');
    const read = {
      id: option.text('id', '') || makeId(text),
      text,
      correct: option.flag('correct', false),
      feedback: option.text('feedback', ''),
    };
    option.close();
    return read;
  });
}

/** Texts alone, or with an `id` each. */
function readParts(fields: Fields, name: string, makeId: MakeId): { id: string; text: string }[] {
  return fields.textsOrGroups(name).map((part) => {
    if (typeof part === 'string') return { id: makeId(part), text: part };
    const text = part.draftText('text');
    const read = { id: part.text('id', '') || makeId(text), text };
    part.close();
    return read;
  });
}

function readPairs(fields: Fields, makeId: MakeId): { id: string; left: string; right: string }[] {
  return fields.groups('pairs').map((pair) => {
    const left = pair.draftText('left');
    const right = pair.draftText('right');
    const read = { id: pair.text('id', '') || makeId(`${left}\n${right}`), left, right };
    pair.close();
    return read;
  });
}
