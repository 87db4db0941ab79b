import { defineJob } from '../../../platform/queue/job.js';

/** The time to change one's mind is over. */
export const erasePerson = defineJob<{ erasureId: string }>('erase-person', 'maintenance');
