import { useElementScrollRestoration } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n';
import folding from './folding.module.css';
import { MoreButton, type Pages } from './MoreButton';
import { heightsOf, keepHeights } from './row-heights';
import type { Column, TableProps } from './Table';
import styles from './VirtualTable.module.css';

export interface LongColumn<Row> extends Omit<Column<Row>, 'width'> {
  /** The least it needs, in rem, and its share of what is left over. */
  width: readonly [least: number, share: number];
}

export interface VirtualTableProps<Row> extends Omit<TableProps<Row>, 'columns'> {
  columns: readonly LongColumn<Row>[];
  /** By what the rows were chosen and sorted: another list begins at its top, and this one, when one comes back, where it was left. */
  of: object;
  /** Where the rows come from. */
  query: Pages;
  /** How many there are in all, loaded or not, where that is known. */
  total?: number | null | undefined;
}

const [ROW_PX, AHEAD, SOON] = [57, 8, 15];

/**
 * As `Table`, which folds in the same way, for lists of any length: only the rows in sight are on the page, and the next ones are fetched before the end is reached.
 * Roles say what the browser would know of a table; the arrow keys scroll it as they scroll any region.
 */
export function VirtualTable<Row>({ of, ...props }: VirtualTableProps<Row>) {
  // As it stands in a selector.
  const place = encodeURIComponent(`${props.caption} ${JSON.stringify(of)}`);
  return (
    <>
      <Rows key={place} place={place} {...props} />
      {/* What failed is not tried again and again by itself. */}
      {props.query.isFetchNextPageError && <MoreButton query={props.query} />}
    </>
  );
}

function Rows<Row>(props: Omit<VirtualTableProps<Row>, 'of'> & { place: string }) {
  const { place, caption, columns, rows, rowKey, query } = props;
  const { loading } = useMessages('common');
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const total = props.total ?? (hasNextPage ? null : rows.length);
  const scroller = useRef<HTMLDivElement>(null);
  const left = useElementScrollRestoration({ id: place });
  // oxlint-disable-next-line react/incompatible-library -- It is not compiled: what it answers changes with each scroll.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    getItemKey: (index) => rowKey(rows[index] as Row),
    initialOffset: left?.scrollY ?? 0,
    initialMeasurementsCache: heightsOf(place),
  });
  useEffect(() => () => keepHeights(place, virtual.takeSnapshot()), [place, virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && last >= rows.length - SOON) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, last, rows.length, fetchNextPage]);
  // Variables: where there is no room, the style sheet does without them.
  const measures: Record<`--${string}`, string> = {
    '--columns': columns.map(({ width: [least, share] }) => `minmax(${least}rem, ${share}fr)`).join(' '),
    '--least': `${columns.reduce((sum, { width: [least] }) => sum + least, 0)}rem`,
  };
  const number = (column: LongColumn<Row>) => (column.isNumber ? styles['number'] : undefined);
  return (
    <div
      ref={scroller}
      className={`${styles['scroll']} ${folding['frame']} ${folding['folding']}`}
      role="region"
      aria-label={caption}
      tabIndex={0}
      data-scroll-restoration-id={place}
    >
      <div
        role="table"
        aria-label={caption}
        aria-rowcount={total === null ? -1 : Math.max(total, rows.length) + 1}
        aria-busy={isFetchingNextPage}
        className={`${styles['table']} ${folding['table']}`}
        style={measures}
      >
        <div role="rowgroup" className={`${styles['head']} ${folding['head']}`}>
          <div role="row" aria-rowindex={1} className={styles['row']}>
            {columns.map((column) => (
              <div key={column.key} role="columnheader" className={number(column)}>
                {column.label}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={`${styles['body']} ${folding['body']}`} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => {
            const row = rows[index] as Row;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={`${styles['row']} ${folding['row']}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                {columns.map((column, at) => (
                  <div
                    key={column.key}
                    role={at === 0 ? 'rowheader' : 'cell'}
                    className={number(column)}
                    data-label={column.label}
                  >
                    <div>{column.cell(row)}</div>
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {isFetchingNextPage && (
        <p role="status" className={styles['loading']}>
          {loading}
        </p>
      )}
    </div>
  );
}
