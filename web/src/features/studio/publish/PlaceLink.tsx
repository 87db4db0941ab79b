import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProblemPlace } from './problem-place';

/** Leads to where something is mended. */
export function PlaceLink({ id, place, children }: { id: string; place: ProblemPlace; children: ReactNode }) {
  const params = { microCredentialId: id };
  switch (place.screen) {
    case 'outline':
      return (
        <Link to="/studio/$microCredentialId" params={params}>
          {children}
        </Link>
      );
    case 'activity':
      return (
        <Link to="/studio/$microCredentialId/activities/$activityId" params={{ ...params, activityId: place.activityId }}>
          {children}
        </Link>
      );
    case 'details':
      return (
        <Link to="/studio/$microCredentialId/details" params={params} hash={place.field}>
          {children}
        </Link>
      );
    case 'rules':
      return (
        <Link to="/studio/$microCredentialId/rules" params={params}>
          {children}
        </Link>
      );
    case 'badge':
      return (
        <Link to="/studio/$microCredentialId/badge" params={params}>
          {children}
        </Link>
      );
    case 'project':
      return (
        <Link to="/studio/$microCredentialId/project" params={params}>
          {children}
        </Link>
      );
  }
}
