import { type Html, html } from '../../../../platform/http/html.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { OAuthClient } from '../../data/oauth-client.entity.js';
import type { AuthorizationFault, AuthorizationRequest } from '../../domain/authorization-request.js';
import { wordsIn } from './words.js';

export interface ConsentShown {
  client: OAuthClient;
  request: AuthorizationRequest;
  personName: string;
  institutionName: string;
}

/** Asks a learner whether a program may do what it asks for. */
export function consentPage(shown: ConsentShown): Page {
  return (language) => frame(shown, language);
}

function frame({ client, request, personName, institutionName }: ConsentShown, language: Language): PageFrame {
  const { consent: words, scopes } = wordsIn(language);
  return {
    title: words.title(client.name),
    body: html`<div class="narrow">
      <h1>${words.title(client.name)}</h1>
      <p>${words.asks(client.name, institutionName)} ${words.signedInAs(personName)}</p>
      <h2>${words.able}</h2>
      <ul>
        ${wordsFor(request.scopes, scopes).map((words) => html`<li>${words}</li>`)}
      </ul>
      <p>${words.unchecked(new URL(request.redirectUri).host)}</p>
      ${links(client, language)}
      <form method="post" action="/oauth/authorize">
        ${hidden(request)}
        <div class="actions">
          <button name="decision" value="allow">${words.connect}</button>
          <button class="plain" name="decision" value="deny">${words.refuse}</button>
        </div>
      </form>
    </div>`,
  };
}

/** In one order, whatever the program’s. */
function wordsFor(scopes: readonly string[], words: Readonly<Record<string, string>>): string[] {
  return Object.entries(words)
    .filter(([scope]) => scopes.includes(scope))
    .map(([, says]) => says);
}

/** Why nobody is sent back to a program: it may not be the one that asks. */
export function refusedAuthorizationPage(fault: AuthorizationFault): Page {
  return (language) => {
    const { refused: words } = wordsIn(language);
    return {
      title: words.title,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        <p>${words.faults[fault]}</p>
        <p>${words.text}</p>
      </div>`,
    };
  };
}

function links({ clientUri, policyUri, tosUri }: OAuthClient, language: Language): Html | null {
  const { consent: words } = wordsIn(language);
  const shown = [
    clientUri && html`<li><a href="${clientUri}" rel="noopener noreferrer nofollow">${words.about}</a></li>`,
    policyUri && html`<li><a href="${policyUri}" rel="noopener noreferrer nofollow">${words.privacy}</a></li>`,
    tosUri && html`<li><a href="${tosUri}" rel="noopener noreferrer nofollow">${words.terms}</a></li>`,
  ].filter((link) => link instanceof Object);
  return shown.length > 0
    ? html`<ul>
        ${shown}
      </ul>`
    : null;
}

/** The request travels with the form and is looked at again when it comes back. */
function hidden({ clientId, redirectUri, scopes, state, codeChallenge }: AuthorizationRequest): Html[] {
  const fields = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  };
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}
