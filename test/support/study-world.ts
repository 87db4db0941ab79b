import type { Member, PublishedEdition, Riverside } from './worlds.js';

const PARAGRAPH =
  'Visits fell in March. Before anybody blames the library, ask what else changed: the bus, the weather, the count. ';
const LONG_PAGE = `A number is an answer. This page asks what the question was.

## What changed

${PARAGRAPH.repeat(6)}

| Month | Visits | Buses |
| --- | ---: | ---: |
| February | 1,204 | 310 |
| March | 611 | 0 |

${PARAGRAPH.repeat(8)}

\`\`\`
select month, sum(visits) from library group by month order by month
\`\`\`

## What did not

${PARAGRAPH.repeat(8)}
`;

const option = (text: string, correct: boolean, feedback = '') => ({ text, correct, feedback });
const QUESTIONS = [
  {
    type: 'single',
    prompt: 'Visits fell in **March**. What do you ask first?',
    points: 1,
    explanation: 'The count comes before its causes.',
    shuffleOptions: false,
    options: [option('What else changed', true, 'Yes.'), option('Who is to blame', false, 'Nobody is, yet.')],
  },
  {
    type: 'multiple',
    prompt: 'Which of these change a count without a visitor?',
    points: 2,
    explanation: '',
    shuffleOptions: false,
    credit: 'partial',
    options: [option('A new door', true), option('A broken sensor', true), option('A longer book', false)],
  },
  {
    type: 'true-false',
    prompt: 'A mean hides outliers.',
    points: 1,
    explanation: '',
    answer: true,
    feedbackTrue: '',
    feedbackFalse: '',
  },
  {
    type: 'short-text',
    prompt: 'What stopped running?',
    points: 1,
    explanation: '',
    accepted: ['the bus', 'bus'],
    caseSensitive: false,
  },
  { type: 'numeric', prompt: 'How many buses ran in March?', points: 1, explanation: '', answer: 0, tolerance: 0, unit: 'buses' },
  {
    type: 'ordering',
    prompt: 'In which order?',
    points: 1,
    explanation: '',
    credit: 'all-or-nothing',
    items: [{ text: 'Ask' }, { text: 'Count' }, { text: 'Tell' }],
  },
  {
    type: 'matching',
    prompt: 'What goes with what?',
    points: 1,
    explanation: '',
    credit: 'partial',
    pairs: [
      { left: 'Line', right: 'Time' },
      { left: 'Bar', right: 'Amounts' },
    ],
    distractors: [],
  },
];

export interface StudyEdition extends PublishedEdition {
  slug: string;
}

/** An edition with something of every kind: a long page, a file, a quiz of all kinds of question, and a second course after the first. */
export async function publishStudy({ ines, publish, rows }: Riverside): Promise<StudyEdition> {
  const asking = await course(ines, 'Asking questions', [
    { title: 'What a number answers', minutes: 10, body: page(LONG_PAGE, ['Turn a worry into a question.']) },
    { title: 'Where numbers come from', minutes: 5, body: page('Somebody counted. Ask who, and how.') },
    { title: 'Try your question', minutes: 5, body: { kind: 'quiz', quiz: quiz() } },
  ]);
  const charts = await course(ines, 'Honest charts', [
    { title: 'Axes', minutes: 10, body: page('Begin at zero where bars are drawn.') },
  ]);
  const edition = await publish({ title: 'Data for the curious', courseIds: [asking, charts] } as Parameters<
    Riverside['publish']
  >[0]);
  const [row] = await rows<{ slug: string }>('select slug from micro_credential where id = $1', [edition.microCredentialId]);
  return { ...edition, slug: row?.slug ?? '' };
}

const page = (markdown: string, objectives: string[] = []) => ({ kind: 'page', markdown, assets: {}, objectives });

const quiz = () => ({
  introduction: 'Seven questions on what you read.',
  passMark: 0.6,
  attemptLimit: 3,
  timeLimitSeconds: 1_800,
  shuffleQuestions: false,
  reveal: 'after-attempt',
  pools: [{ draw: null, questions: QUESTIONS }],
});

async function course({ browser }: Member, title: string, activities: object[]): Promise<string> {
  const made = await browser.post('/api/v1/courses', { title, summary: 'Short.', language: 'en' });
  const { id } = made.json<{ id: string }>();
  for (const activity of activities) {
    const answer = await browser.post(`/api/v1/courses/${id}/activities`, { required: true, ...activity });
    if (answer.status !== 201) throw new Error(answer.text);
  }
  return id;
}
