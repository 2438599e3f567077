import type { Picture } from '../../../miniprogram/contract/questions'
import { judgedPicture, placeOf } from '../pictures/picture-rules'
import type { CarriedPicture, Complain, RawQuestion } from './raw-question'

type Fields = RawQuestion['fields']

const creditIn = ({ 'picture.author': author = '', 'picture.licence': licence = '' }: Fields): Picture['credit'] =>
  author + licence === '' ? null : { author, licence }

/** A picture in the file: where the bank would put it. Other systems know no credit, and often no words for it. */
function carried({ bytes, alt }: CarriedPicture, fields: Fields, complain: Complain): Picture | null {
  const judged = judgedPicture(bytes)
  if (typeof judged === 'string') {
    complain(judged)
    return null
  }
  return { file: placeOf(bytes, judged), alt: fields['picture.alt'] ?? alt, credit: creditIn(fields) }
}

/** A picture that the file only names. */
function named(fields: Fields, complain: Complain): Picture | null {
  const { 'picture.file': file = '', 'picture.alt': alt = '' } = fields
  const credit = creditIn(fields)
  if (file === '' && alt === '' && credit === null) return null
  if (file === '') complain('value-missing', '', 'picture.file')
  if (alt === '') complain('value-missing', '', 'picture.alt')
  return { file, alt, credit }
}

export const pictureOf = ({ picture, fields }: RawQuestion, complain: Complain): Picture | null =>
  picture ? carried(picture, fields, complain) : named(fields, complain)
