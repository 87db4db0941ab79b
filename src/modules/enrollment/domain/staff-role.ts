export const STAFF_ROLES = ['instructor', 'assessor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
