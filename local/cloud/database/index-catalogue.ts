import * as v from 'valibot'
import type { IndexFields } from './index-entries'
import { IndexTable } from './index-table'
import { numberOf, type Row, type Sqlite, textOf } from './sqlite'

const Fields = v.array(v.tuple([v.string(), v.picklist([1, -1])]))

/** An index as the store's own table `indexes` keeps it. */
export function readIndexRow(sqlite: Sqlite, row: Row): IndexTable {
  const fields: unknown = JSON.parse(textOf(row, 'fields'))
  const specification = {
    name: textOf(row, 'name'),
    fields: v.parse(Fields, fields),
    unique: numberOf(row, 'is_unique') === 1,
  }
  return new IndexTable(sqlite, numberOf(row, 'id'), specification, numberOf(row, 'flat') === 1)
}

export const sameFields = (left: IndexFields, right: IndexFields): boolean =>
  JSON.stringify(left) === JSON.stringify(right)
