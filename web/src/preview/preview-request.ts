import { type PreviewPlace, previewAttempt, readPreviewPlace } from './preview-place';

/** What is asked of the API instead, and what the answer is told to call itself. */
export interface StandIn {
  /** null: nothing is asked, because it would have to be kept. */
  address: string | null;
  named: Record<string, string>;
}

interface Asked {
  method: string;
  /** As openapi.json writes it. */
  path: string;
  params: Readonly<Record<string, unknown>>;
}

/** What a request of the learner's screens stands for while they show a preview; null: it is none of the preview's. */
export function standInFor({ method, path, params }: Asked): StandIn | null {
  const id = typeof params['id'] === 'string' ? params['id'] : undefined;
  const place = readPreviewPlace(id);
  if (!place || id === undefined) return null;
  const activityId = typeof params['activityId'] === 'string' ? params['activityId'] : '';
  switch (`${method} ${path}`) {
    case 'GET /api/v1/enrollments/{id}/journey':
      return { address: address(place, 'journey'), named: { enrollmentId: id } };
    case 'GET /api/v1/enrollments/{id}/project':
      return { address: address(place, 'project'), named: {} };
    case 'GET /api/v1/enrollments/{id}/activities/{activityId}':
      return { address: address(place, `activities/${activityId}`), named: {} };
    case 'POST /api/v1/enrollments/{id}/activities/{activityId}/quiz-attempts':
      return begun(place, activityId);
    case 'GET /api/v1/quiz-attempts/{id}':
      return begun(place, place.activityId ?? '');
    default:
      return { address: null, named: {} };
  }
}

function begun(place: PreviewPlace, activityId: string): StandIn {
  return {
    address: address(place, `activities/${activityId}/quiz-attempt`),
    named: { id: previewAttempt(place, activityId) },
  };
}

function address({ microCredentialId, standing }: PreviewPlace, part: string): string {
  return `/api/v1/micro-credentials/${microCredentialId}/preview/${part}?standing=${standing}`;
}
