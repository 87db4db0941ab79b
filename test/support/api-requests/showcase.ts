import type { Things } from '../api-things.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const DESIGN = {
  shape: 'hexagon',
  icon: 'chart',
  background: '#0b3d5c',
  accent: '#f4b942',
  title: 'Data Storytelling',
  level: 'EQF 5',
  ring: 'Riverside University',
};
const LOOK = {
  template: 'modern',
  background: '#0b3d5c',
  accent: '#f4b942',
  logoFileId: null,
  signatories: [{ name: 'Olga Reyes', role: 'Registrar', signatureFileId: null }],
  linkedInOrganizationId: '1234567',
};

/** The path of one of the forms of Amara's badge. */
function form({ world }: Things, name: string): string {
  return `${new URL(world.walked.badges[0]?.url ?? '').pathname}/${name}`;
}

export const showcaseRequests: ApiRequests = {
  getBadgePng: async (things) => ({ path: form(things, 'badge.png') }),
  getBadgeSvg: async (things) => ({ path: form(things, 'badge.svg') }),
  getCertificate: async (things) => ({ path: form(things, 'certificate.pdf') }),
  getSharePicture: async (things) => ({ path: form(things, 'share.png') }),
  getEuropeanLearningModel: async (things) => ({ path: form(things, 'elm.json') }),
  getDefaultBadgeImage: async ({ world }) => ({ path: `/achievements/${world.walked.published.editionId}/badge.png` }),
  getBadgeDesign: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/badge-design`,
    by: await as(things, 'ines'),
  }),
  designOneBadge: async (things) => {
    const { id, version } = await things.draft();
    const path = `/api/v1/micro-credentials/${id}/badge-design`;
    return { path, headers: ifMatch(version), body: DESIGN, by: await as(things, 'ines') };
  },
  previewBadge: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/badge-preview`,
    body: DESIGN,
    by: await as(things, 'ines'),
  }),
  getLook: async (things) => ({ path: '/api/v1/institution/look', by: await as(things, 'olga') }),
  getTheme: async (things) => ({ path: '/api/v1/institution/theme', by: await as(things, 'amara') }),
  changeLook: async (things) => {
    const { version } = await things.cast.admin.get<{ version: number }>('/api/v1/institution/look');
    return { path: '/api/v1/institution/look', headers: ifMatch(version), body: LOOK, by: await as(things, 'admin') };
  },
  getBadgeLetters: async (things) => ({ path: '/api/v1/institution/badge-letters', by: await as(things, 'olga') }),
  changeBadgeLetters: async (things) => {
    const path = '/api/v1/institution/badge-letters';
    const { version } = await things.cast.admin.get<{ version: number }>(path);
    return { path, headers: ifMatch(version), body: { enclosesFiles: true }, by: await as(things, 'admin') };
  },
  previewCertificate: async (things) => ({
    path: '/api/v1/institution/certificate-preview',
    body: LOOK,
    by: await as(things, 'olga'),
  }),
  pictureCertificate: async (things) => ({
    path: '/api/v1/institution/certificate-picture',
    body: LOOK,
    by: await as(things, 'olga'),
  }),
};
