import { Injectable } from '@nestjs/common';

/** How many messages this process is sending to each endpoint just now. */
@Injectable()
export class Lanes {
  private readonly taken = new Map<string, number>();

  /** Takes a place if fewer than `most` are taken. Who was let in leaves. */
  enter(endpointId: string, most: number): boolean {
    const taken = this.taken.get(endpointId) ?? 0;
    if (taken >= most) return false;
    this.taken.set(endpointId, taken + 1);
    return true;
  }

  leave(endpointId: string): void {
    const left = (this.taken.get(endpointId) ?? 0) - 1;
    if (left > 0) this.taken.set(endpointId, left);
    else this.taken.delete(endpointId);
  }
}
