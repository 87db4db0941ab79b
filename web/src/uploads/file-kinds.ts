/** Kinds of files that are asked for most, by the media types that stand for them. */
export const COMMON_TYPES = {
  pdf: 'application/pdf',
  pictures: 'image/*',
  text: 'text/*',
  audio: 'audio/*',
  video: 'video/*',
  zip: 'application/zip',
  document: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  slides: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

type Kind = keyof typeof COMMON_TYPES;

const KIND_OF = new Map<string, Kind>(Object.entries(COMMON_TYPES).map(([kind, type]) => [type, kind as Kind]));

/** What people call a media type; one that has no name here goes by its own. */
export function kindName(mediaType: string, names: Record<Kind, string>): string {
  const kind = KIND_OF.get(mediaType);
  return kind ? names[kind] : mediaType;
}
