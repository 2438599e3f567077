import { h } from '../../shared/dom'

export interface ChoiceWish {
  /** as the browser's own field has it, '' for any file */
  accept: string
  most: number
}

/** The computer's own dialog for files; tests may put files down beforehand instead. */
export class FileChoice {
  private waiting: File[] | undefined

  /** The next choice takes these; none of them is as if the person had left the dialog. */
  prepare(files: File[]): void {
    this.waiting = files
  }

  /** An empty list when the person left without choosing. */
  async choose({ accept, most }: ChoiceWish): Promise<File[]> {
    const prepared = this.waiting
    this.waiting = undefined
    return (prepared ?? (await askBrowser(accept, most > 1))).slice(0, most)
  }
}

function askBrowser(accept: string, isMultiple: boolean): Promise<File[]> {
  const field = h('input', { type: 'file', accept, hidden: '' })
  field.multiple = isMultiple
  document.body.append(field)
  return new Promise(resolve => {
    const finish = () => {
      field.remove()
      resolve([...(field.files ?? [])])
    }
    field.addEventListener('change', finish)
    field.addEventListener('cancel', finish)
    field.click()
  })
}
