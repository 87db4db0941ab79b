import { useQuery } from '@tanstack/react-query';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Checkbox, TextField } from '../../ui/fields';
import { Row } from '../../ui/Form';
import { Card, Page } from '../../ui/Page';
import { SaveStatus } from '../../ui/SaveStatus';
import { BodyFields } from './bodies/BodyFields';
import { useCrumbs } from './crumbs';
import { describeActivity } from './describe';
import { DocumentFrame } from './document/DocumentFrame';
import { NumberInput } from './document/NumberInput';
import { useDocument } from './document/use-document';
import { Neighbours } from './Neighbours';
import { readActivity, standingProblemsQuery, storedActivity, writeActivity } from './queries';
import { problemsOfBody } from './quiz/quiz-problems';
import { StandingProblems } from './StandingProblems';
import type { ActivityDraft } from './types';

interface ActivityEditorProps {
  loaded: {
    activity: View<'ActivityView'>;
    microCredential: View<'MicroCredentialView'>;
    course: View<'CourseView'>;
    activities: View<'ActivitySummaryView'>[];
  };
}

export function ActivityEditor({ loaded: { activity, microCredential, course, activities } }: ActivityEditorProps) {
  const { activity: messages, kinds } = useMessages('authoring');
  const crumbs = useCrumbs(microCredential);
  const format = useFormat();
  const document = useDocument<ActivityDraft>({
    name: `activity.${activity.id}`,
    loaded: storedActivity(activity),
    read: () => readActivity(activity.id),
    write: (draft, version) => writeActivity(activity.id, draft, version),
  });
  const { draft, change } = document;
  const standing = useQuery(standingProblemsQuery(microCredential.id));
  const problems = problemsOfBody(standing.data ?? [], microCredential.courseIds.indexOf(course.id), activity.position);
  const set = (changes: Partial<ActivityDraft>) => change((now) => ({ ...now, ...changes }));
  return (
    <Page
      title={draft.title || activity.title}
      width="full"
      crumbs={crumbs}
      lead={`${kinds[draft.body.kind]} · ${course.title}`}
      actions={<SaveStatus state={document.state} savedAt={document.savedAt} />}
    >
      <DocumentFrame document={document} describe={describeActivity}>
        <StandingProblems problems={problems} />
        <Card title={messages.about}>
          <Row>
            <TextField
              label={messages.titleLabel}
              name="title"
              error={draft.title.trim() === '' ? messages.titleMissing : undefined}
              value={draft.title}
              maxLength={200}
              onChange={(title) => set({ title })}
            />
            <NumberInput
              label={messages.minutes}
              hint={format.minutes(draft.minutes)}
              name="minutes"
              value={draft.minutes}
              min={0}
              max={6_000}
              isWhole
              onChange={(minutes) => set({ minutes })}
            />
          </Row>
          <Checkbox
            label={messages.required}
            hint={messages.requiredHint}
            value={draft.required}
            onChange={(required) => set({ required })}
          />
        </Card>
        <BodyFields activityId={activity.id} body={draft.body} problems={problems} onChange={change} />
      </DocumentFrame>
      <Neighbours microCredentialId={microCredential.id} activityId={activity.id} activities={activities} />
    </Page>
  );
}
