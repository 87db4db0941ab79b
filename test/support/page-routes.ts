export interface PageRoute {
  route: string;
  /** Whom it is open to. */
  access: 'anybody' | 'signed-in' | 'admin';
  /** A form that can be sent, with values that change nothing. */
  form?: Record<string, string>;
}

/** Routes that answer pages and what pages load; openapi.json does not describe them. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  { route: 'GET /', access: 'anybody' },
  { route: 'GET /micro-credentials/:institution/:slug', access: 'anybody' },
  { route: 'GET /credentials/:publicId/linkedin', access: 'anybody' },
  { route: 'GET /verify', access: 'anybody' },
  { route: 'GET /portfolios/:publicId', access: 'anybody' },
  { route: 'GET /calendars/:file', access: 'anybody' },
  { route: 'GET /sign-in', access: 'anybody' },
  { route: 'POST /sign-in', access: 'anybody', form: { email: 'nobody@riverside.example', password: 'seven quiet otters' } },
  { route: 'POST /sign-out', access: 'anybody', form: {} },
  { route: 'GET /sign-in/link/:token', access: 'anybody' },
  { route: 'POST /sign-in/link', access: 'anybody', form: { token: 'unknown' } },
  { route: 'GET /password-reset', access: 'anybody' },
  { route: 'POST /password-reset', access: 'anybody', form: { email: 'nobody@riverside.example' } },
  { route: 'GET /invitations/:token', access: 'anybody' },
  { route: 'POST /invitations/acceptance', access: 'anybody', form: { token: 'unknown' } },
  { route: 'GET /account', access: 'signed-in' },
  { route: 'POST /account/email', access: 'signed-in', form: { email: 'amara' } },
  { route: 'POST /account/institution', access: 'signed-in', form: { institutionId: '00000000-0000-7000-8000-000000000000' } },
  { route: 'POST /account/password', access: 'signed-in', form: { newPassword: 'short' } },
  { route: 'GET /account/badges', access: 'signed-in' },
  {
    route: 'POST /account/badges/:id/visibility',
    access: 'signed-in',
    form: { visibility: 'link' },
  },
  { route: 'GET /account/badges/:id/sharing', access: 'signed-in' },
  { route: 'POST /account/badges/:id/share-links', access: 'signed-in', form: { label: 'Nobody', days: '7' } },
  { route: 'POST /account/badges/:id/share-links/:linkId/end', access: 'signed-in', form: {} },
  { route: 'POST /account/badges/:id/correction-requests', access: 'signed-in', form: { name: 'Nobody' } },
  { route: 'GET /account/badges/choices/:enrollmentId', access: 'signed-in' },
  { route: 'POST /account/badges/choices/:enrollmentId', access: 'signed-in', form: { version: '0' } },
  { route: 'GET /oauth/authorize', access: 'signed-in' },
  { route: 'POST /oauth/authorize', access: 'signed-in', form: { client_id: 'unknown' } },
  { route: 'GET /mailbox', access: 'admin' },
  { route: 'GET /api/docs', access: 'anybody' },
  { route: 'GET /api/openapi.json', access: 'anybody' },
  { route: 'GET /assets/cairn.css', access: 'anybody' },
  { route: 'GET /assets/lti-close.js', access: 'anybody' },
  { route: 'GET /assets/lti-logo.svg', access: 'anybody' },
  { route: 'GET /lti/register', access: 'anybody' },
  { route: 'POST /lti/register', access: 'anybody', form: { invitation: 'unknown', openid_configuration: '' } },
  { route: 'GET /.well-known/jwks.json', access: 'anybody' },
  { route: 'GET /app', access: 'anybody' },
  { route: 'GET /app/*', access: 'anybody' },
  { route: 'GET /health/live', access: 'anybody' },
  { route: 'GET /health/ready', access: 'anybody' },
  { route: 'GET /problems', access: 'anybody' },
  { route: 'GET /problems/:code', access: 'anybody' },
];
