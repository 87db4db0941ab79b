import type { ActivityBody, ActivityDraft, ProjectDraft, Question } from './types';

/** An activity line by line, for whoever has to choose between two versions of it. */
export function describeActivity({ title, minutes, required, body }: ActivityDraft): string {
  return [`# ${title}`, `${minutes} min${required ? ' *' : ''}`, '', ...bodyLines(body)].join('\n');
}

export function describeProject({ project, rubric, marking }: ProjectDraft): string {
  const task = project
    ? [
        `# ${project.title}`,
        `${project.minutes} min`,
        `× ${project.attemptLimit ?? '∞'}`,
        JSON.stringify(project.accepts),
        '',
        project.brief,
      ]
    : [];
  const criteria = (rubric?.criteria ?? []).flatMap(({ title, description, mustPassPoints, ratings }) => [
    '',
    `## ${title}${mustPassPoints === null ? '' : ` (≥ ${mustPassPoints})`}`,
    ...(description ? [description] : []),
    ...ratings.map((rating) => `${rating.points} – ${rating.title}${rating.description ? `: ${rating.description}` : ''}`),
  ]);
  const markers = `${marking.secondMarkerShare * 100} % ± ${marking.tolerancePoints}`;
  return [...task, ...criteria, '', `≥ ${rubric?.passPoints ?? 0}`, markers].join('\n');
}

function bodyLines(body: ActivityBody): string[] {
  switch (body.kind) {
    case 'page':
      return [
        ...body.objectives.map((objective) => `◎ ${objective}`),
        body.markdown,
        ...Object.entries(body.assets).map(([path, id]) => `${path} = ${id}`),
      ];
    case 'video':
      return [body.url, body.transcript];
    case 'file':
      return [body.fileId, body.description];
    case 'quiz': {
      const { introduction, passMark, attemptLimit, timeLimitSeconds, shuffleQuestions, reveal, pools } = body.quiz;
      return [
        introduction,
        `≥ ${passMark * 100} % · × ${attemptLimit ?? '∞'} · ${timeLimitSeconds ?? '∞'} s · ${reveal}${shuffleQuestions ? ' · ⇄' : ''}`,
        ...pools.flatMap(({ draw, questions }) => [
          '',
          `${draw ?? questions.length} / ${questions.length}`,
          ...questions.flatMap(questionLines),
        ]),
      ];
    }
  }
}

function questionLines(question: Question): string[] {
  return [
    '',
    `${question.prompt} (${question.points})`,
    ...answerLines(question),
    ...(question.explanation ? [`→ ${question.explanation}`] : []),
  ];
}

function answerLines(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(
        ({ text, correct, feedback }) => `${correct ? '✓' : '✗'} ${text}${feedback ? ` – ${feedback}` : ''}`,
      );
    case 'true-false':
      return [question.answer ? '✓' : '✗', question.feedbackTrue, question.feedbackFalse];
    case 'short-text':
      return question.accepted.map((text) => `✓ ${text}`);
    case 'numeric':
      return [`✓ ${question.answer} ± ${question.tolerance} ${question.unit}`];
    case 'ordering':
      return question.items.map(({ text }, index) => `${index + 1}. ${text}`);
    case 'matching':
      return [
        ...question.pairs.map(({ left, right }) => `${left} = ${right}`),
        ...question.distractors.map(({ text }) => `≠ ${text}`),
      ];
  }
}
