import type { LetterLanguage } from '../letters/letter-language.js';

/** What a mail encloses: files of which kind, and of what. The files are made when the mail is sent or looked at, and never kept. */
export interface Enclosure {
  kind: string;
  /** An id that the kind's encloser understands. */
  of: string;
}

export interface FileLabel {
  name: string;
  contentType: string;
  /** One line for the letter, in its language. */
  words: string;
}

export interface EnclosedFile extends FileLabel {
  content: Buffer;
}

/** Makes the files of one kind. */
export interface Encloser {
  /** What letters of the institution enclose today; empty where it wants none. */
  offered(institutionId: string, language: LetterLanguage): Promise<readonly FileLabel[]>;
  /** One of the files. Throws where there is none to make, and the letter goes without it. */
  make(institutionId: string, of: string, name: string): Promise<Buffer>;
}

const ENCLOSES = Symbol('encloses');

/** Marks a provider as the one that makes the files of a kind. */
export function Encloses(kind: string) {
  return (target: new (...args: never[]) => Encloser): void => {
    Reflect.defineMetadata(ENCLOSES, kind, target);
  };
}

export function kindEnclosedBy(metatype: unknown): string | undefined {
  return typeof metatype === 'function' ? (Reflect.getMetadata(ENCLOSES, metatype) as string | undefined) : undefined;
}
