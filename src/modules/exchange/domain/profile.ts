import { canParseUrl } from '../../../platform/can-parse-url.js';
import { isDate } from '../../credentials/domain/date-time.js';
import { isJsonObject, type JsonObject } from '../../credentials/domain/json.js';

/** The members of an Open Badges Profile (OB 3.0 §B.1.10) that learners' services may put here, and how long they may be. */
const TEXTS: Readonly<Record<string, number>> = {
  name: 200,
  description: 5_000,
  phone: 50,
  email: 254,
  familyName: 200,
  givenName: 200,
  additionalName: 200,
  patronymicName: 200,
  honorificPrefix: 100,
  honorificSuffix: 100,
  familyNamePrefix: 100,
  dateOfBirth: 10,
};
const ADDRESSES: readonly string[] = ['url'];

export type ReadProfile = { ok: true; profile: JsonObject } | { ok: false; field: string; detail: string };

/** Reads a Profile to keep. Its id and type are ours, so whatever they say is checked and left out. */
export function readProfile(document: JsonObject, id: string): ReadProfile {
  const { '@context': _context, id: givenId, type, image, ...members } = document;
  if (givenId !== undefined && givenId !== id) return { ok: false, field: 'id', detail: `It is ${id} here.` };
  if (!(Array.isArray(type) ? type : [type]).includes('Profile'))
    return { ok: false, field: 'type', detail: 'It must hold Profile.' };
  for (const [field, value] of Object.entries(members)) {
    const longest = ADDRESSES.includes(field) ? 2_000 : TEXTS[field];
    if (longest === undefined) return { ok: false, field, detail: 'It is not kept here.' };
    if (typeof value !== 'string' || value.length > longest)
      return { ok: false, field, detail: `It must be a text of at most ${longest} characters.` };
    if (ADDRESSES.includes(field) && !isWebAddress(value)) return { ok: false, field, detail: 'It must be a web address.' };
    if (field === 'dateOfBirth' && !isDate(value)) return { ok: false, field, detail: 'It must be a day such as 1990-12-31.' };
  }
  if (image !== undefined && !isImage(image))
    return { ok: false, field: 'image', detail: 'It must be an Image with the web address of a picture as its id.' };
  return { ok: true, profile: image === undefined ? members : { ...members, image } };
}

function isImage(image: unknown): boolean {
  if (!isJsonObject(image)) return false;
  const { id, type, caption, ...others } = image;
  const knownCaption = caption === undefined || (typeof caption === 'string' && caption.length <= 500);
  return typeof id === 'string' && isWebAddress(id) && type === 'Image' && knownCaption && Object.keys(others).length === 0;
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\//.test(text) && canParseUrl(text);
}
