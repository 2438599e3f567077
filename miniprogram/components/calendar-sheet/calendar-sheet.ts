import { calendarWords } from '../../copy/calendar'

/** A calendar file that is ready, and what can be done with it. Events `close`, `send` and `copy`. */
Component({
  properties: {
    name: String,
    /** Whether this client can forward a file. */
    maySend: Boolean,
  },
  data: { words: calendarWords },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    send() {
      this.triggerEvent('send')
    },
    copy() {
      this.triggerEvent('copy')
    },
  },
})
