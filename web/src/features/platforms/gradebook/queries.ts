import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';
import { platformsQuery } from '../queries';

export type GradebookColumn = View<'LtiColumnView'>;
export type Score = View<'LtiScoreView'>;
export type ScoreState = Score['state'];
export const SCORE_STATES: readonly ScoreState[] = ['waiting', 'arrived', 'awaiting_grade', 'parked'];
export type Comparison = View<'LtiComparisonView'>;

const ASK_AGAIN_MS = 5_000;

/** Below the platforms, and so asked for anew with them. Scores arrive while somebody looks. */
export const columnsQuery = (platformId: string) =>
  queryOptions({
    queryKey: [...platformsQuery.queryKey, platformId, 'columns'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/lti/platforms/{id}/columns', { params: { path: { id: platformId } }, signal })),
    refetchInterval: ASK_AGAIN_MS,
  });

export const scoresQuery = (platformId: string, columnId: string, state: ScoreState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...columnsQuery(platformId).queryKey, columnId, state ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/lti/columns/{id}/scores', {
          params: { path: { id: columnId }, query: { limit: 50, ...(state ? { state } : {}), ...pageParam } },
          signal,
        }),
      ),
    refetchInterval: ASK_AGAIN_MS,
    ...inPages,
  });
