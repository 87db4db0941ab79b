import { notice } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import { REGISTRATION_REFUSALS, type RegistrationRefusal } from '../../domain/registration-refusal.js';
import { SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { scopesToAsk } from '../../domain/tool-registration.js';
import type { Considered, Registered, RegistrationOffer } from '../../use-cases/registering/register-dynamically.js';

const FAMILIES: Record<string, string> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  blackboardlearn: 'Blackboard',
  desire2learn: 'Brightspace',
  sakai: 'Sakai',
};

const SERVICES: Record<string, string> = {
  [SERVICE_SCOPES.roster]: 'read who is in a course that uses Cairn',
  [SERVICE_SCOPES.lineItems]: 'keep columns for Cairn in the gradebooks of those courses',
  [SERVICE_SCOPES.scores]: 'write scores into those columns',
  [SERVICE_SCOPES.results]: 'read back what the gradebook shows there',
  [SERVICE_SCOPES.notices]: 'be told when a course is copied',
};

/** What is about to be agreed to, and the button that does it. */
export function askToRegisterPage({ institutionName, configuration }: Considered, offer: RegistrationOffer): PageFrame {
  const host = new URL(configuration.issuer).host;
  return frame(
    'Register Cairn',
    html`<h1>Register Cairn here</h1>
      <p>
        <strong>${host}</strong>${family(configuration.productFamily)} will show Cairn of <strong>${institutionName}</strong> in
        its courses.
      </p>
      <p>Cairn asks to:</p>
      <ul>
        <li>be told the name and the e-mail address of who opens it</li>
        ${scopesToAsk(configuration).map((scope) => html`<li>${SERVICES[scope]}</li>`)}
      </ul>
      <form method="post" action="/lti/register">
        <input type="hidden" name="invitation" value="${offer.invitation}" />
        <input type="hidden" name="openid_configuration" value="${offer.configurationAddress}" />
        ${offer.token === null ? null : html`<input type="hidden" name="registration_token" value="${offer.token}" />`}
        <button>Register Cairn here</button>
      </form>
      <p class="hint">Not your institution? Close this page: nothing has been changed.</p>`,
  );
}

export function registeredPage({ institutionName, registration, isUpdate, deploymentId }: Registered): PageFrame {
  const { issuer, productFamily, scopes } = registration;
  const done = isUpdate ? 'The registration is up to date.' : 'Cairn is registered.';
  return frame(
    done,
    html`<h1>${done}</h1>
      ${notice('success', `${new URL(issuer).host} and ${institutionName} know each other now.`)}
      <h2>What is next</h2>
      <ol>
        <li>${ACTIVATE[productFamily] ?? 'Switch Cairn on in the list of tools of your LMS: most systems wait for that.'}</li>
        ${
          deploymentId === null
            ? html`<li>
                Put Cairn into the courses or accounts that may use it. The first of these deployments that somebody opens is
                taken for the one you mean; others wait for an administrator in Cairn.
              </li>`
            : null
        }
        <li>In a course, add an activity “Cairn” and choose what it shows.</li>
      </ol>
      ${withheld(scopes)}
      <p><button type="button" data-lti-close hidden>Close this page</button></p>`,
  );
}

export function registrationRefusedPage({ code, part, answered }: RegistrationRefusal): PageFrame {
  const { title, advice } = REGISTRATION_REFUSALS[code];
  return frame(
    title,
    html`<h1>${title}</h1>
      ${notice('error', 'Nothing was registered in Cairn.')}
      <p>${advice}</p>
      <p class="hint">
        <code>${code}</code>${part ? html` · <code>${part}</code>` : null}${answered ? html` · <code>${answered}</code>` : null}
      </p>
      <p><button type="button" data-lti-close hidden>Close this page</button></p>`,
  );
}

const ACTIVATE: Record<string, string> = {
  moodle: 'In Moodle, under Site administration, Plugins, External tool, Manage tools, choose Activate on the card of Cairn.',
  canvas: 'In Canvas, go on to the confirmation and enable the app.',
  desire2learn: 'In Brightspace, enable the registration and make a deployment with the org units that may use Cairn.',
};

function withheld(scopes: readonly string[]): Html | null {
  const missing = [SERVICE_SCOPES.roster, SERVICE_SCOPES.scores, SERVICE_SCOPES.lineItems].filter(
    (scope) => !scopes.includes(scope),
  );
  if (missing.length === 0) return null;
  return html`<p>Your LMS gave no leave to:</p>
    <ul>
      ${missing.map((scope) => html`<li>${SERVICES[scope]}</li>`)}
    </ul>
    <p>Cairn works without. To change it, allow the service for the tool in your LMS and register again.</p>`;
}

function family(code: string): string {
  const name = FAMILIES[code];
  return name ? ` (${name})` : '';
}

function frame(title: string, body: Html): PageFrame {
  return {
    title,
    isBare: true,
    head: html`<script src="/assets/lti-close.js" type="module"></script>`,
    body: html`<div class="narrow">${body}</div>`,
  };
}
