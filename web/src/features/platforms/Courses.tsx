import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { Chip, type Tone } from '../../ui/Notice';
import { Card, EmptyState } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { type Column, Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { coursesQuery, type Platform } from './queries';

type Course = View<'LtiCourseView'>;
type State = Course['roster']['state'];

const TONES: Partial<Record<State, Tone>> = { read: 'good', failed: 'warn' };
const READABLE: ReadonlySet<State> = new Set(['read', 'failed', 'never_read']);

/** The courses of an LMS in which Cairn was opened, and who is in them. */
export function Courses({ platform: { id } }: { platform: Platform }) {
  const { courseList: courses } = useMessages('platforms');
  const query = useInfiniteQuery(coursesQuery(id));
  return (
    <Card title={courses.title}>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={courses.none}>{courses.noneHelp}</EmptyState>;
          return (
            <>
              <p>{courses.lead}</p>
              <Known platformId={id} rows={rows} />
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function Known({ platformId, rows }: { platformId: string; rows: readonly Course[] }) {
  const messages = useMessages('platforms');
  const { courseList: courses } = messages;
  const format = useFormat();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Course | null>(null);
  const ask = useMutation({
    mutationFn: ({ id, mayLeave }: { id: string; mayLeave?: number }) =>
      read(
        api.POST('/api/v1/lti/courses/{id}/roster-readings', {
          params: { path: { id } },
          body: mayLeave === undefined ? {} : { mayLeave },
        }),
      ),
    onSuccess: async () => {
      setAsked(null);
      tell(courses.asked);
      await queries.invalidateQueries({ queryKey: coursesQuery(platformId).queryKey });
    },
  });
  const columns: Column<Course>[] = [
    { key: 'title', label: courses.course, cell: (course) => nameOf(course) || courses.unnamed },
    { key: 'last', label: messages.lastLaunch, cell: ({ lastLaunchAt }) => format.dateTime(lastLaunchAt) },
    { key: 'learners', label: courses.learners, isNumber: true, cell: ({ roster }) => format.number(roster.learners) },
    { key: 'staff', label: courses.staff, isNumber: true, cell: ({ roster }) => format.number(roster.staff) },
    { key: 'left', label: courses.left, isNumber: true, cell: ({ roster }) => format.number(roster.left) },
    { key: 'roster', label: courses.roster, cell: ({ roster }) => <Roster roster={roster} /> },
    {
      key: 'read',
      label: courses.act,
      cell: (course) => {
        const { state, leaving } = course.roster;
        if (!READABLE.has(state)) return null;
        const name = nameOf(course) || courses.unnamed;
        if (leaving !== null) return <Button onPress={() => setAsked(course)}>{courses.confirm}</Button>;
        return (
          <Button look="quiet" aria-label={courses.readOne(name)} onPress={() => ask.mutate({ id: course.id })}>
            {courses.read}
          </Button>
        );
      },
    },
  ];
  const leaving = asked?.roster.leaving ?? 0;
  return (
    <>
      {ask.error && !asked && <ProblemNotice problem={ask.error} />}
      <Table caption={courses.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <Question
        title={courses.confirmTitle(leaving)}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        yes={courses.confirmYes}
        act={{ ...ask, mutate: () => asked && ask.mutate({ id: asked.id, mayLeave: leaving }) }}
      >
        {courses.confirmMeans}
      </Question>
    </>
  );
}

function Roster({ roster: { state, readAt, problem, leaving, skipped } }: Pick<Course, 'roster'>) {
  const { courseList: courses } = useMessages('platforms');
  const format = useFormat();
  return (
    <>
      <Chip tone={TONES[state] ?? 'plain'}>{courses.states[state]}</Chip>
      {state === 'failed' && problem && <p>{leaving === null ? courses.problems[problem] : courses.manyLeave(leaving)}</p>}
      {state === 'not_offered' && <p>{courses.notOffered}</p>}
      {readAt && <p>{courses.readAt(format.dateTime(readAt))}</p>}
      {skipped > 0 && <p>{courses.skipped(skipped)}</p>}
    </>
  );
}

function nameOf({ label, title }: Course): string {
  return [label, title].filter((part) => part !== '').join(' · ');
}
