/** One act on record: takes `item` `{id, sentence, when, facts: [{label, text}], seal}`. */
Component({ properties: { item: Object } })
