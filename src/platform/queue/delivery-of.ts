/** The name of the delivery in which the queue knows a row that was handed over. */
export function deliveryOf({ id, epoch, chunkId }: { id: string; epoch: number; chunkId: string | null }): string {
  return chunkId ?? `${id}-${epoch}`;
}
