import { termsOf } from '../../../platform/letters/catalogue.js';
import type { TemplateVersion } from '../data/letter-templates.repository.js';
import type { EditedLetter, ListedLetter } from '../use-cases/read-letters.js';
import type { TriedLetter } from '../use-cases/try-letter.js';
import type { LetterListItemView, LetterPreviewView, LetterVersionView, LetterView } from './letters.dto.js';

export function presentListed({ letter, own }: ListedLetter): LetterListItemView {
  const { isPart = false, isNotice = false } = termsOf(letter);
  return { letter, isPart, isNotice, own };
}

export function presentLetter({ letter, language, template, standard, isOwn, version }: EditedLetter): LetterView {
  const { holds, needs, isPart = false, isNotice = false } = termsOf(letter);
  return { letter, language, ...template, standard, isOwn, isPart, isNotice, holds: [...holds], needs: [...needs], version };
}

export function presentVersion({ version, template, changedBy, changedAt }: TemplateVersion): LetterVersionView {
  return { version, text: template, changedBy, changedAt: changedAt.toISOString() };
}

export function presentPreview({ subject, text, html, faults }: TriedLetter): LetterPreviewView {
  return { subject, text, html, faults };
}
