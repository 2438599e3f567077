import { stepState } from '../../copy/figures'

interface Step {
  title: string
  /** When it was, or is due. */
  time?: string
  note?: string
  state: 'done' | 'current' | 'todo'
}

const drawn = ({ title, time = '', note = '', state }: Step) => {
  const facts = [title, stepState(state), time, note]
  return { title, time, note, state, label: facts.filter(Boolean).join('，') }
}

/** The way of something through its states: `{ title, time, note, state }` each, from the first to the last. */
Component({
  properties: {
    steps: { type: Array, value: [] },
    label: String,
  },
  data: { marks: [drawn({ title: '', state: 'todo' })] },
  observers: {
    steps(steps: Step[]) {
      this.setData({ marks: steps.map(drawn) })
    },
  },
})
