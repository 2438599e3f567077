import { rankingWords } from '../../../../copy/ranking'

/** A row of a ranking's list: takes `item` `{id, place, name, line, score, own}`. */
Component({
  properties: { item: Object },
  data: { words: rankingWords },
})
