/** What authors upload files for; a learner's submission can never become course material. */
export const FILE_PURPOSES = ['course-asset', 'badge-image'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
