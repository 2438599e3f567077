import { elementOf, type Instance, isInstance } from '../engine/instance'
import { type Fields, measure, scrollOf } from './node-measures'

type Answer = Record<string, unknown> | null
type AnswerCallback = (answer: Answer | Answer[]) => void

interface Request {
  component: Instance | undefined
  /** undefined: the page's viewport */
  selector: string | undefined
  isAll: boolean
  fields: Fields
  callback: AnswerCallback | undefined
}

const BOX = { id: true, dataset: true, rect: true, size: true }

/** Nodes chosen by a query; each question about them leads back to the query. */
class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly request: Omit<Request, 'fields' | 'callback'>,
  ) {}

  fields(fields: Fields, callback?: AnswerCallback): SelectorQuery {
    return this.query.ask({ ...this.request, fields, callback })
  }

  boundingClientRect(callback?: AnswerCallback): SelectorQuery {
    return this.fields(BOX, callback)
  }

  scrollOffset(callback?: AnswerCallback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback)
  }

  /** the object that code works on: a canvas */
  node(callback?: AnswerCallback): SelectorQuery {
    return this.fields({ node: true }, callback)
  }
}

export interface QueryPlace {
  /** instance of the page that is shown */
  page(): Instance | undefined
  /** runs once the page of a component is drawn */
  whenDrawn(component: Instance, work: () => void): void
  guard(work: () => unknown): unknown
}

/** Asks where nodes are. Coordinates are those of the page area, as on a phone. */
export class SelectorQuery {
  private component: Instance | undefined
  private requests: Request[] = []

  constructor(
    private readonly place: QueryPlace,
    component?: Instance,
  ) {
    this.component = component ?? place.page()
  }

  in(component: unknown): this {
    if (isInstance(component)) this.component = component
    return this
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, { component: this.component, selector, isAll: false })
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, { component: this.component, selector, isAll: true })
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, { component: this.component, selector: undefined, isAll: false })
  }

  ask(request: Request): this {
    this.requests.push(request)
    return this
  }

  exec(done?: (answers: (Answer | Answer[])[]) => void): void {
    const requests = this.requests
    const work = () => {
      const answers = requests.map(request => this.answer(request))
      requests.forEach(({ callback }, index) => this.place.guard(() => callback?.(answers[index] ?? null)))
      this.place.guard(() => done?.(answers))
    }
    if (this.component === undefined) work()
    else this.place.whenDrawn(this.component, work)
  }

  private answer({ component, selector, isAll, fields }: Request): Answer | Answer[] {
    if (selector === undefined) return this.viewport(fields)
    const root = component?._$.getShadowRoot()
    if (isAll) return (root?.querySelectorAll(selector) ?? []).map(node => measure(node, fields))
    const node = root?.querySelector(selector) ?? null
    return node === null ? null : measure(node, fields)
  }

  private viewport(fields: Fields): Answer {
    const node = this.place.page()?._$
    const element = node && elementOf(node)
    const { clientWidth: width = 0, clientHeight: height = 0 } = element ?? {}
    return {
      id: '',
      dataset: {},
      ...(fields.rect === true && { left: 0, top: 0, right: width, bottom: height }),
      ...(fields.size === true && { width, height }),
      ...(fields.scrollOffset === true && scrollOf(element)),
    }
  }
}
