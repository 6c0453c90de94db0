/** Keeps the answers that were used last, by their question. */
export class RecentAnswers<Answer> {
  private readonly kept = new Map<string, Answer>();

  /** @param most answers to keep, 1 or more */
  constructor(private readonly most: number) {}

  get(question: string): Answer | undefined {
    const answer = this.kept.get(question);
    // A map remembers the order of insertion: what is used again goes to its end.
    if (answer !== undefined) this.set(question, answer);
    return answer;
  }

  set(question: string, answer: Answer): void {
    this.kept.delete(question);
    this.kept.set(question, answer);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
  }
}
