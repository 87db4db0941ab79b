import type { QuestionPool, Quiz } from '../../../catalog/index.js';
import type { PackageActivity } from '../package.js';
import type { Note } from '../report.js';
import { StableIds } from '../stable-ids.js';
import type { Fields } from '../yaml/fields.js';
import { openYaml } from '../yaml/open-yaml.js';
import { readQuestion } from './read-question.js';
import { say } from '../remarks.js';

/** Reads a `*.quiz.yaml` as an activity; `null` if it cannot be read at all. */
export function readQuizFile(text: string, key: string, note: Note): PackageActivity | null {
  const fields = openYaml(text, note);
  if (!fields) return null;
  const activity: PackageActivity = {
    key,
    title: fields.text('title'),
    minutes: fields.number('minutes', 0),
    required: fields.flag('required', true),
    staffNotes: fields.text('staffNotes', ''),
    body: { kind: 'quiz', quiz: readQuiz(fields, note) },
  };
  fields.close();
  return activity;
}

function readQuiz(fields: Fields, note: Note): Quiz {
  return {
    introduction: fields.text('introduction', ''),
    passMark: fields.number('passMark', 0.7, { max: 1 }),
    attemptLimit: fields.numberOrNull('attemptLimit', { min: 1, whole: true }),
    timeLimitSeconds: fields.numberOrNull('timeLimitSeconds', { min: 1, whole: true }),
    shuffleQuestions: fields.flag('shuffleQuestions', false),
    reveal: fields.choice('reveal', ['after-attempt', 'after-pass', 'never'], 'after-attempt'),
    pools: readPools(fields, note),
  };
}

/** `questions`, all of which are asked, or `pools` that each draw some of theirs. */
function readPools(fields: Fields, note: Note): QuestionPool[] {
  const ids = new StableIds();
  const questionsOf = (source: Fields): QuestionPool['questions'] =>
    source.groups('questions').map((question) => readQuestion(question, ids));
  if (!fields.has('pools')) {
    const questions = questionsOf(fields);
    if (questions.length === 0) note('field-missing', fields.line(), ...say('questions-or-pools'));
    return [{ id: 'all', draw: null, questions }];
  }
  if (fields.has('questions')) note('field-malformed', fields.line('questions'), ...say('not-both'));
  return fields.groups('pools').map((pool, index) => {
    const read = {
      id: pool.text('id', `pool-${index + 1}`),
      draw: pool.numberOrNull('draw', { min: 1, whole: true }),
      questions: questionsOf(pool),
    };
    pool.close();
    return read;
  });
}
