import { createRootRoute } from '@tanstack/react-router';
import { Missing } from './Missing';
import { requireSession } from './session';
import { Shell } from './Shell';

/** The parent of every screen. */
export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: Missing, beforeLoad: requireSession });
