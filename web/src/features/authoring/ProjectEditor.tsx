import { useQuery } from '@tanstack/react-query';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { EmptyState, Page } from '../../ui/Page';
import { SaveStatus } from '../../ui/SaveStatus';
import { useCrumbs } from './crumbs';
import { describeProject } from './describe';
import { DocumentFrame } from './document/DocumentFrame';
import { useDocument } from './document/use-document';
import { AcceptsFields } from './project/AcceptsFields';
import { MarkingFields } from './project/MarkingFields';
import { NEW_PROJECT } from './project/new-rubric';
import { ProjectFields } from './project/ProjectFields';
import { RubricBuilder } from './project/RubricBuilder';
import { readProject, standingProblemsQuery, storedProject, writeProject } from './queries';
import { useWrong } from './quiz/use-wrong';
import type { Project, ProjectDraft, Rubric } from './types';

const NO_RUBRIC: Rubric = { criteria: [], passPoints: 0 };

export function ProjectEditor({ loaded }: { loaded: View<'MicroCredentialView'> }) {
  const { project: messages } = useMessages('authoring');
  const crumbs = useCrumbs(loaded);
  const document = useDocument<ProjectDraft>({
    name: `project.${loaded.id}`,
    loaded: storedProject(loaded),
    read: () => readProject(loaded.id),
    write: (draft, version) => writeProject(loaded.id, draft, version),
  });
  const { draft, change } = document;
  const wrong = useWrong(useQuery(standingProblemsQuery(loaded.id)).data ?? []);
  const set = (changes: Partial<Project>) =>
    change((now) => ({ ...now, project: { ...(now.project ?? NEW_PROJECT), ...changes } }));
  const { project } = draft;
  return (
    <Page
      title={messages.title}
      width="full"
      crumbs={crumbs}
      lead={messages.lead}
      actions={<SaveStatus state={document.state} savedAt={document.savedAt} />}
    >
      <DocumentFrame document={document} describe={describeProject}>
        {project ? (
          <>
            <ProjectFields project={project} wrong={wrong} onChange={set} />
            <AcceptsFields
              accepts={project.accepts}
              wrong={wrong}
              onChange={(changes) =>
                change((now) => {
                  const before = now.project ?? NEW_PROJECT;
                  return { ...now, project: { ...before, accepts: { ...before.accepts, ...changes } } };
                })
              }
            />
          </>
        ) : (
          <EmptyState
            title={messages.empty}
            action={
              <Button look="primary" onPress={() => set({})}>
                {messages.begin}
              </Button>
            }
          >
            {messages.emptyHint}
          </EmptyState>
        )}
        <RubricBuilder
          rubric={draft.rubric ?? NO_RUBRIC}
          wrong={wrong}
          onChange={(edit) => change((now) => ({ ...now, rubric: edit(now.rubric ?? NO_RUBRIC) }))}
        />
        <MarkingFields
          marking={draft.marking}
          onChange={(changes) => change((now) => ({ ...now, marking: { ...now.marking, ...changes } }))}
        />
      </DocumentFrame>
    </Page>
  );
}
