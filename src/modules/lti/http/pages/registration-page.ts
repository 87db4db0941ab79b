import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { RegistrationRefusal } from '../../domain/registration-refusal.js';
import { SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { scopesToAsk } from '../../domain/tool-registration.js';
import type { Considered, Registered, RegistrationOffer } from '../../use-cases/registering/register-dynamically.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

const FAMILIES: Readonly<Record<string, string>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  blackboardlearn: 'Blackboard',
  desire2learn: 'Brightspace',
  sakai: 'Sakai',
};

type Words = ReturnType<typeof wordsIn>['registration'];

/** What is about to be agreed to, and the button that does it. */
export function askToRegisterPage({ institutionName, configuration }: Considered, offer: RegistrationOffer): Page {
  return framed((words) => ({
    title: words.ask.title,
    body: html`<h1>${words.ask.title}</h1>
      <p>${words.ask.will(platformOf(configuration), institutionName)}</p>
      <p>${words.ask.asks}</p>
      <ul>
        <li>${words.ask.people}</li>
        ${scopesToAsk(configuration).map((scope) => html`<li>${service(scope, words)}</li>`)}
      </ul>
      <form method="post" action="/lti/register">
        <input type="hidden" name="invitation" value="${offer.invitation}" />
        <input type="hidden" name="openid_configuration" value="${offer.configurationAddress}" />
        ${offer.token === null ? null : html`<input type="hidden" name="registration_token" value="${offer.token}" />`}
        <button>${words.ask.button}</button>
      </form>
      <p class="hint">${words.ask.notYours}</p>`,
  }));
}

export function registeredPage({ institutionName, registration, isUpdate, deploymentId }: Registered): Page {
  const { issuer, productFamily, scopes } = registration;
  return framed(({ done, ...words }) => {
    const title = isUpdate ? done.updated : done.registered;
    return {
      title,
      body: html`<h1>${title}</h1>
        <div class="notice success" role="status">${done.know(new URL(issuer).host, institutionName)}</div>
        <h2>${done.next}</h2>
        <ol>
          <li>${done.activate[productFamily] ?? done.activate.other}</li>
          ${deploymentId === null ? html`<li>${done.deploy}</li>` : null}
          <li>${done.add}</li>
        </ol>
        ${withheld(scopes, { done, ...words })} ${close({ done, ...words })}`,
    };
  });
}

export function registrationRefusedPage({ code, part, answered }: RegistrationRefusal): Page {
  return framed((words) => {
    const { title, advice } = words.refusals[code];
    return {
      title,
      body: html`<h1>${title}</h1>
        <div class="notice error" role="alert">${words.nothingDone}</div>
        <p>${advice}</p>
        <p class="hint">
          <code>${code}</code>${part ? html` · <code>${part}</code>` : null}${answered ? html` · <code>${answered}</code>` : null}
        </p>
        ${close(words)}`,
    };
  });
}

function withheld(scopes: readonly string[], words: Words): Html | null {
  const { scores, lineItems } = SERVICE_SCOPES;
  const missing = [scores, lineItems].filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return null;
  return html`<p>${words.done.withheld}</p>
    <ul>
      ${missing.map((scope) => html`<li>${service(scope, words)}</li>`)}
    </ul>
    <p>${words.done.without}</p>`;
}

function service(scope: string, { services }: Words): string {
  const [name] = Object.entries(SERVICE_SCOPES).find(([, one]) => one === scope) ?? [];
  return name === undefined ? scope : services[name as keyof typeof SERVICE_SCOPES];
}

function platformOf({ issuer, productFamily }: Considered['configuration']): string {
  const name = FAMILIES[productFamily];
  return name ? `${new URL(issuer).host} (${name})` : new URL(issuer).host;
}

/** Whoever opened it may close it, on being told. */
function close({ done }: Words): Html {
  return html`<p><button type="button" data-lti-close hidden>${done.close}</button></p>`;
}

function framed(shown: (words: Words, language: Language) => { title: string; body: Html }): Page {
  return (language) => {
    const { title, body } = shown(wordsIn(language).registration, language);
    return {
      title,
      bare: true,
      head: html`${noIndex}
        <script src="/lti/scripts/close.js" type="module"></script>`,
      body: html`<div class="narrow">${body}</div>`,
    };
  };
}
