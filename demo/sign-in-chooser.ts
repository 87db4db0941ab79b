import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SIGN_IN_ASIDE, type SignInAside } from '../src/modules/people/index.js';
import { html } from '../src/platform/http/html.js';
import type { Language } from '../src/platform/languages.js';
import { CAST, DEMO_PASSWORD, emailOf } from './people.js';

const WORDS = {
  en: {
    heading: 'Or look around as somebody of the demo',
    does: {
      instructor: 'instructor: writes micro-credentials',
      assessor: 'assessor: grades projects',
      office: 'office: runs offerings and enrols people',
      learner: 'learner: studies, and has or wants a badge',
    },
  },
  de: {
    heading: 'Oder sehen Sie sich als jemand aus der Vorführung um',
    does: {
      instructor: 'Lehrende: schreibt Micro-Credentials',
      assessor: 'Prüfende: bewertet Projekte',
      office: 'Weiterbildungsbüro: führt durch und meldet an',
      learner: 'Lernende: lernt, und hat oder möchte ein Badge',
    },
  },
} as const satisfies Record<Language, unknown>;

/** One button for each of the cast. It sends the form of the page with the password that all of them have, and nothing else. */
const chooser: SignInAside = (next, language) =>
  html`<section class="card" aria-labelledby="demo-cast">
    <h2 id="demo-cast">${WORDS[language].heading}</h2>
    <ul>
      ${(Object.keys(CAST) as (keyof typeof CAST)[]).map((key) => {
        const { name, roles } = CAST[key];
        return html`<li>
          <form method="post" action="/sign-in">
            <input type="hidden" name="next" value="${next}" />
            <input type="hidden" name="email" value="${emailOf(key)}" />
            <input type="hidden" name="password" value="${DEMO_PASSWORD}" />
            <button>${name}</button> ${WORDS[language].does[roles[0]]}
          </form>
        </li>`;
      })}
    </ul>
  </section>`;

@Global()
@Module({})
class SignInChooser {}

/** Given to the start of the demo, and to no other: Cairn itself holds no part of it. */
export const signInChooser: DynamicModule = {
  module: SignInChooser,
  providers: [{ provide: SIGN_IN_ASIDE, useValue: chooser }],
  exports: [SIGN_IN_ASIDE],
};
