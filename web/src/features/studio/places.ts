import type { LinkProps } from '@tanstack/react-router';

// Screens of the authoring part, which the studio leads to without knowing them.
const project: string = '/studio/$microCredentialId/project';
export const PROJECT_EDITOR = project as LinkProps['to'];
