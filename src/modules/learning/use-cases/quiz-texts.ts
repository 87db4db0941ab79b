import { Injectable } from '@nestjs/common';
import { renderText } from '../../catalog/index.js';
import { BoundedCache } from './bounded-cache.js';

const MOST_KEPT = 2_000;

/** Texts of quizzes as HTML. A quiz asks the same questions again and again, so what was rendered lately is kept. */
@Injectable()
export class QuizTexts {
  private readonly kept = new BoundedCache<string>(MOST_KEPT);

  html(markdown: string): string {
    const kept = this.kept.get(markdown);
    if (kept !== undefined) return kept;
    const html = renderText(markdown);
    this.kept.set(markdown, html);
    return html;
  }
}
