/**
 * Answers with one look-up all who ask the same in one turn of the event loop. Looking begins only when all of them have asked: nobody is
 * told what was found before, as they would be by a cache, and the busier the process, the fewer look-ups an answer takes.
 */
export class AskedTogether<Answer> {
  private readonly open = new Map<string, Promise<Answer>>();

  constructor(private readonly lookUp: (question: string) => Promise<Answer>) {}

  ask(question: string): Promise<Answer> {
    const asked = this.open.get(question);
    if (asked) return asked;
    const answer = this.atTheEndOfTheTurn(question);
    this.open.set(question, answer);
    return answer;
  }

  private async atTheEndOfTheTurn(question: string): Promise<Answer> {
    await new Promise(setImmediate);
    this.open.delete(question);
    return this.lookUp(question);
  }
}
