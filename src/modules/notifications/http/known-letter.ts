import { Param, type PipeTransform } from '@nestjs/common';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { TEMPLATE_NAMES } from '../../../platform/letters/catalogue.js';
import { LETTER_LANGUAGES } from '../../../platform/letters/letter-language.js';

/** What is none of them is not found. */
class OneOfThese<Value extends string> implements PipeTransform<string, Value> {
  constructor(private readonly known: readonly Value[]) {}

  transform(value: string): Value {
    const found = this.known.find((one) => one === value);
    if (found === undefined) throw new Problem(notFound);
    return found;
  }
}

/** A letter, or a part of every letter, in the path. */
export const LetterParam = () => Param('letter', new OneOfThese(TEMPLATE_NAMES));
/** A language that letters are written in, in the path. */
export const LanguageParam = () => Param('language', new OneOfThese(LETTER_LANGUAGES));
