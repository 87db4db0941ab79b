import type { ReactNode } from 'react';
import folding from './folding.module.css';
import styles from './Table.module.css';

export interface Column<Row> {
  key: string;
  label: string;
  /** The cell; the first column names its row. */
  cell: (row: Row) => ReactNode;
  /** Numbers stand under each other. */
  isNumber?: boolean;
  /** Of the table, such as `20%`: where several tables below each other have the same columns. */
  width?: string;
}

export interface TableProps<Row> {
  /** What the rows are, for those who jump from table to table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/**
 * Rows and columns. Where there is no room for them, each row stands by itself, with the column's name before each value.
 * `isCompared` keeps the columns there too, for numbers that say something only under each other: they scroll, and their names stay.
 */
export function Table<Row>(props: TableProps<Row> & { isCompared?: boolean }) {
  const { caption, columns, rows, rowKey, isCompared = false } = props;
  return (
    <div
      className={`${styles['scroll']} ${folding['frame']} ${isCompared ? styles['compared'] : folding['folding']}`}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={`${styles['table']} ${folding['table']}`}>
        <caption className={styles['caption']}>{caption}</caption>
        <thead className={folding['head']}>
          <tr>
            {columns.map(({ key, label, isNumber, width }) => (
              <th key={key} scope="col" className={isNumber ? styles['number'] : undefined} style={width ? { width } : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={folding['body']}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={folding['row']}>
              {columns.map(({ key, label, cell, isNumber }, index) => {
                const attributes = { 'data-label': label, className: isNumber ? styles['number'] : undefined };
                const content = <div>{cell(row)}</div>;
                return index === 0 ? (
                  <th key={key} scope="row" {...attributes}>
                    {content}
                  </th>
                ) : (
                  <td key={key} {...attributes}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
