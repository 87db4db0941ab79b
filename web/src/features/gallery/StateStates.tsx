import { ApiProblem } from '../../api/problem';
import { EditConflict } from '../../ui/EditConflict';
import { Failure, Loading } from '../../ui/Loaded';
import { Chip, Notice, type Tone } from '../../ui/Notice';
import { Overtaken } from '../../ui/Overtaken';
import { Card, EmptyState } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Progress } from '../../ui/Progress';
import { SaveStatus } from '../../ui/SaveStatus';

const TONES: readonly Tone[] = ['plain', 'good', 'warn', 'bad'];
const STATES = ['saved', 'waiting', 'saving', 'failed'] as const;
const CONFLICT = { value: 'Spring run', theirs: 'Summer run', saveMine: () => undefined, takeTheirs: () => undefined };
const NOW = new Date().toISOString();

const problem = (status: number) =>
  ApiProblem.of(new Response(null, { status }), {
    code: 'some.code',
    title: 'It cannot be done',
    detail: 'Do this instead.',
    requestId: 'r-1',
  });

/** What stands where data would, and what is told of it. */
export function StateStates() {
  return (
    <Card title="States">
      {TONES.map((tone) => (
        <Notice key={tone} tone={tone} title={`Notice: ${tone}`}>
          <p>
            Something to know, where it matters. <Chip tone={tone}>Chip: {tone}</Chip>
          </p>
        </Notice>
      ))}
      {[0, 0.4, 1].map((share) => (
        <Progress key={share} label={`Progress ${share}`} share={share} />
      ))}
      <p>
        {STATES.map((state) => (
          <span key={state}>
            <SaveStatus state={state} savedAt={state === 'saved' ? NOW : null} /> ·{' '}
          </span>
        ))}
      </p>
      <EmptyState title="Nothing here yet">What would be here, and the way to the first one.</EmptyState>
      <Loading />
      {[401, 403, 404, 409, 500].map((status) => (
        <Failure key={status} problem={problem(status)} again={() => undefined} />
      ))}
      <ProblemNotice problem={ApiProblem.offline()} />
      <EditConflict edit={CONFLICT} describe={(title) => [['Title', title]]} />
      <Overtaken isOwn theirs="From the phone." onMine={() => undefined} onTheirs={() => undefined} />
    </Card>
  );
}
