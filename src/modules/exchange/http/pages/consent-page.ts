import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { OAuthClient } from '../../data/oauth-client.entity.js';
import type { AuthorizationRequest } from '../../domain/authorization-request.js';
import { SERVICE_SCOPES } from '../../domain/scopes.js';

export interface ConsentShown {
  client: OAuthClient;
  request: AuthorizationRequest;
  personName: string;
  institutionName: string;
}

/** Asks a learner whether a program may do what it asks for. */
export function consentPage({ client, request, personName, institutionName }: ConsentShown): PageFrame {
  return {
    title: `Connect ${client.name}?`,
    body: html`<div class="narrow">
      <h1>Connect ${client.name}?</h1>
      <p>
        The service <strong>${client.name}</strong> asks for access to your badges at <strong>${institutionName}</strong>. You are
        signed in as <strong>${personName}</strong>.
      </p>
      <h2>It would be able to</h2>
      <ul>
        ${wordsFor(request.scopes).map((words) => html`<li>${words}</li>`)}
      </ul>
      <p>
        Cairn has not checked who runs it. Your answer is sent to <strong>${new URL(request.redirectUri).host}</strong>: connect
        it only if you know that address.
      </p>
      ${links(client)}
      <form method="post" action="/oauth/authorize">
        ${hidden(request)}
        <p>
          <button name="decision" value="allow">Connect</button>
          <button class="plain" name="decision" value="deny">Do not connect</button>
        </p>
      </form>
    </div>`,
  };
}

/** In one order, whatever the program’s. */
function wordsFor(scopes: readonly string[]): string[] {
  return Object.entries(SERVICE_SCOPES)
    .filter(([scope]) => scopes.includes(scope))
    .map(([, words]) => words);
}

/** Why nobody is sent back to a program: it may not be the one that asks. */
export function refusedAuthorizationPage(detail: string): PageFrame {
  return {
    title: 'This connection cannot be made',
    body: html`<div class="narrow">
      <h1>This connection cannot be made</h1>
      <p>${detail}</p>
      <p>Nothing was shared. Tell the people who run the service that sent you here.</p>
    </div>`,
  };
}

function links({ clientUri, policyUri, tosUri }: OAuthClient): Html | null {
  const shown = [
    clientUri && html`<li><a href="${clientUri}" rel="noopener noreferrer nofollow">About the service</a></li>`,
    policyUri && html`<li><a href="${policyUri}" rel="noopener noreferrer nofollow">Its privacy policy</a></li>`,
    tosUri && html`<li><a href="${tosUri}" rel="noopener noreferrer nofollow">Its terms</a></li>`,
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
