import { hash } from 'node:crypto';
import { wholeText } from '../../../../platform/framed-text.js';
import { RecentlyUsed } from '../../../../platform/recently-used.js';
import type { JsonObject } from '../../domain/json.js';
import { documentFault } from '../verifying/document-fault.js';
import type { Digest } from '../digests.js';
import { Decline } from './decline.js';
import { libraryNQuads } from './library.js';
import { formOf, shapeOf, slotsOf } from './shape.js';
import { countDecline, countDone } from './tally.js';
import { type Rendered, Template } from './template.js';

/** Compiling and proving costs some library runs: below this many documents at once it would not be earned back. */
const fewestToCompile = 24;
// The first of a batch show what varies; looking at them all would hold the process up.
const mostToLookAt = 500;
const proofs = 3;
// What is the same in one batch (its date, say) and another in the next. More than this, and they are badges of another kind.
const mostNewSlots = 4;
const mostEarlier = 4;
// Together a bound on memory: a template holds a document twice.
const mostTemplates = 64;
const mostCharacters = 100_000;

/** The templates of the shapes that were signed lately. */
export class Templates {
  /** The one used last comes first, so that a batch finds its own at once. */
  private kept: Template[] = [];
  private readonly refused = new RecentlyUsed<true>(256);
  /** By form: a document of each of the latest templates of that form. */
  private readonly earlier = new RecentlyUsed<readonly JsonObject[]>(64);

  /** What a template makes of the document; undefined when none fits, or the one that fits is not sure. */
  render(document: JsonObject): Rendered | undefined {
    const fit = this.fitting(document);
    return fit && this.attempt(() => fit.template.render(fit.values));
  }

  /** The digest of its canonical N-Quads alone; undefined when no template fits, or the one that fits is not sure. */
  digest(document: JsonObject): Digest | undefined {
    const fit = this.fitting(document);
    return fit && this.attempt(() => fit.template.digest(fit.values));
  }

  /** A fit means that the document is the template's with these strings in it, member for member. */
  private fitting(document: JsonObject): { readonly template: Template; readonly values: readonly string[] } | undefined {
    for (const [place, template] of this.kept.entries()) {
      const values = template.valuesOf(document);
      if (!values) continue;
      if (place > 0) this.kept = [template, ...this.kept.filter((other) => other !== template)];
      return { template, values };
    }
    return undefined;
  }

  private attempt<Result>(made: () => Result): Result | undefined {
    try {
      const result = made();
      countDone('template');
      return result;
    } catch (error) {
      if (!(error instanceof Decline)) throw error;
      countDecline('template', error.reason);
      return undefined;
    }
  }

  /**
   * Compiles templates for the shapes that occur often enough among the documents, none of which a kept template fits. A template is kept
   * only when it writes three of the documents byte for byte as the library does. Answers whether there is a new one. A string that only
   * earlier documents of the form had otherwise becomes a slot too: compiled for each date anew, a template would cost more than it saves.
   */
  async learn(documents: readonly JsonObject[]): Promise<boolean> {
    if (documents.length < fewestToCompile) return false;
    let learned = false;
    for (const [form, group] of byForm(documents.slice(0, mostToLookAt))) {
      if (group.length < fewestToCompile || this.refused.get(form)) continue;
      try {
        const earlier = this.earlier.get(form) ?? [];
        this.kept = [await provenTemplate(withAlike(group, earlier)), ...this.kept].slice(0, mostTemplates);
        this.earlier.set(form, [...group.slice(0, 1), ...earlier].slice(0, mostEarlier), 1);
        learned = true;
      } catch (error) {
        if (!(error instanceof Decline)) throw error;
        countDecline('template', `compile ${error.reason}`);
        this.refused.set(form, true, 1);
      }
    }
    return learned;
  }
}

/** Those of this process: what was signed here is verified here, too. */
export const templates = new Templates();

function byForm(documents: readonly JsonObject[]): ReadonlyMap<string, readonly JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const document of documents) {
    const form = hash('sha256', formOf(document));
    const group = groups.get(form);
    if (group) group.push(document);
    else groups.set(form, [document]);
  }
  return groups;
}

/** The group and those of the earlier documents that differ from it in little more than its own do. */
function withAlike(group: readonly JsonObject[], earlier: readonly JsonObject[]): readonly JsonObject[] {
  const most = slotsOf(shapeOf(group)) + mostNewSlots;
  return earlier.reduce((all, one) => (slotsOf(shapeOf([...all, one])) <= most ? [...all, one] : all), group);
}

async function provenTemplate(group: readonly JsonObject[]): Promise<Template> {
  const examples = Array.from({ length: proofs }, (_, place) => group[Math.floor((place * (group.length - 1)) / (proofs - 1))]);
  const [example] = examples as readonly JsonObject[] as readonly [JsonObject];
  // Its keys and numbers are those of the whole group.
  if (documentFault(example) || JSON.stringify(example).length > mostCharacters) throw new Decline('value');
  const template = await Template.compile(shapeOf(group), example);
  for (const document of examples as readonly JsonObject[]) await prove(template, document);
  return template;
}

async function prove(template: Template, document: JsonObject): Promise<void> {
  const values = template.valuesOf(document);
  const proven =
    values !== undefined &&
    !documentFault(document) &&
    wholeText(template.render(values).json) === JSON.stringify(document) &&
    template.text(values) === (await libraryNQuads(document));
  if (!proven) throw new Decline('unproven');
}
