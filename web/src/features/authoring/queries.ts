import { queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { queryClient } from '../../api/queries';
import type { Stored } from './document/use-document';
import type { ActivityDraft, ProjectDraft } from './types';

const byId = (id: string) => ({ path: { id } });

/** An editor begins with what the server has now, and then goes its own way: nothing is fetched over what is being typed. */
const BEGINS_FRESH = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** An activity with what its editor shows around it. */
export const activityEditorQuery = (microCredentialId: string, activityId: string) =>
  queryOptions({
    ...BEGINS_FRESH,
    queryKey: ['activity-editor', microCredentialId, activityId],
    queryFn: async ({ signal }) => {
      const [activity, microCredential] = await Promise.all([
        read(api.GET('/api/v1/activities/{id}', { params: byId(activityId), signal })),
        read(api.GET('/api/v1/micro-credentials/{id}', { params: byId(microCredentialId), signal })),
      ]);
      const [course, { items: activities }] = await Promise.all([
        read(api.GET('/api/v1/courses/{id}', { params: byId(activity.courseId), signal })),
        read(api.GET('/api/v1/courses/{id}/activities', { params: byId(activity.courseId), signal })),
      ]);
      return { activity, microCredential, course, activities };
    },
  });

export const projectEditorQuery = (microCredentialId: string) =>
  queryOptions({
    ...BEGINS_FRESH,
    queryKey: ['project-editor', microCredentialId],
    queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials/{id}', { params: byId(microCredentialId), signal })),
  });

/** What stands against publishing; asked anew after each save. */
export const standingProblemsQuery = (microCredentialId: string) =>
  queryOptions({
    queryKey: ['standing-problems', microCredentialId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/micro-credentials/{id}/publishing-problems', { params: byId(microCredentialId), signal })),
    select: ({ items }) => items,
  });

// What the server keeps always has the ids that its types leave open.
export function storedActivity(view: View<'ActivityView'>): Stored<ActivityDraft> {
  const { title, minutes, required, body, version } = view;
  return { draft: { title, minutes, required, body: body as ActivityDraft['body'] }, version };
}

export function storedProject(view: View<'MicroCredentialView'>): Stored<ProjectDraft> {
  const { project, rubric, marking, version } = view;
  return { draft: { project, rubric: rubric as ProjectDraft['rubric'], marking }, version };
}

export async function readActivity(activityId: string): Promise<Stored<ActivityDraft>> {
  return storedActivity(await read(api.GET('/api/v1/activities/{id}', { params: byId(activityId) })));
}

export async function readProject(microCredentialId: string): Promise<Stored<ProjectDraft>> {
  return storedProject(await read(api.GET('/api/v1/micro-credentials/{id}', { params: byId(microCredentialId) })));
}

const ifMatch = (version: number) => ({ 'If-Match': `"v${version}"` });

/** An activity always has a title: while the field is empty, the last one stands. */
export async function writeActivity(activityId: string, draft: ActivityDraft, version: number): Promise<Stored<ActivityDraft>> {
  const { title, ...rest } = draft;
  const body = title.trim() === '' ? rest : { ...rest, title };
  const params = { ...byId(activityId), header: ifMatch(version) };
  const view = await read(api.PATCH('/api/v1/activities/{id}', { params, headers: ifMatch(version), body }));
  await tellOtherScreens();
  return storedActivity(view);
}

export async function writeProject(
  microCredentialId: string,
  draft: ProjectDraft,
  version: number,
): Promise<Stored<ProjectDraft>> {
  const params = { ...byId(microCredentialId), header: ifMatch(version) };
  const request = { params, headers: ifMatch(version), body: draft };
  const view = await read(api.PATCH('/api/v1/micro-credentials/{id}', request));
  await tellOtherScreens();
  return storedProject(view);
}

/** Titles, minutes and problems stand on other screens too: each asks anew when it is next shown, and the problems here at once. */
async function tellOtherScreens(): Promise<void> {
  const isOther = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
    !['session', 'activity-editor', 'project-editor', 'text-preview', 'rubric-trial', 'file'].includes(String(name));
  await queryClient.invalidateQueries({ predicate: isOther, refetchType: 'none' });
  void queryClient.invalidateQueries({ queryKey: ['standing-problems'] });
}
