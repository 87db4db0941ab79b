import { Injectable } from '@nestjs/common';

/** How many messages this process is sending to each other side just now. */
@Injectable()
export class Lanes {
  private readonly taken = new Map<string, number>();

  /** Takes a place if fewer than `most` are taken. Who was let in leaves. */
  enter(otherSide: string, most: number): boolean {
    const taken = this.taken.get(otherSide) ?? 0;
    if (taken >= most) return false;
    this.taken.set(otherSide, taken + 1);
    return true;
  }

  leave(otherSide: string): void {
    const left = (this.taken.get(otherSide) ?? 0) - 1;
    if (left > 0) this.taken.set(otherSide, left);
    else this.taken.delete(otherSide);
  }
}
