import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n';
import type { TableProps } from './Table';
import styles from './VirtualTable.module.css';

export interface VirtualTableProps<Row> extends TableProps<Row> {
  /** Widths of the columns, as CSS grid tracks. */
  tracks: string;
  /** How many there are in all, loaded or not; `null` while nobody knows. */
  total: number | null;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

const [ROW_PX, AHEAD, SOON] = [57, 8, 15];

/**
 * As `Table`, for lists of any length: only the rows in sight are on the page, and the next ones are fetched before the end is reached.
 * Roles say what the browser would know of a table; the arrow keys scroll it as they scroll any region.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, rows, rowKey, tracks, total, hasMore, isLoading, onMore } = props;
  const { loading } = useMessages('common');
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- It is not compiled: what it answers changes with each scroll.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !isLoading && last >= rows.length - SOON) onMore();
  }, [hasMore, isLoading, last, rows.length, onMore]);
  return (
    <div ref={scroller} className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <div
        role="table"
        aria-label={caption}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-busy={isLoading}
        className={styles['table']}
      >
        <div role="rowgroup" className={styles['head']}>
          <div role="row" aria-rowindex={1} className={styles['row']} style={{ gridTemplateColumns: tracks }}>
            {columns.map(({ key, label }) => (
              <div key={key} role="columnheader">
                {label}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => {
            const row = rows[index] as Row;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={styles['row']}
                style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
              >
                {columns.map((column, place) => (
                  <div key={column.key} role={place === 0 ? 'rowheader' : 'cell'}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {isLoading && (
        <p role="status" className={styles['loading']}>
          {loading}
        </p>
      )}
    </div>
  );
}
